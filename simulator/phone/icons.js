const paths = {
  clip: "M17 7.5 9.6 15a2.4 2.4 0 0 0 3.4 3.4l7.6-7.7a4.6 4.6 0 0 0-6.5-6.5L6.3 12a6.8 6.8 0 0 0 9.6 9.6l5.6-5.6",
  send: "M4 12 20.5 4.5 15 20.5l-3.2-6.3L4 12Zm7.8 2.2 8.7-9.7",
  reply: "M9 7 4 12l5 5M4 12h9a7 7 0 0 1 7 7",
  smile: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8.5 14.5a4.5 4.5 0 0 0 7 0M9 9.8v.4M15 9.8v.4",
  image: "M4 5h16v14H4zM4 16l4.5-4.5 4 4 3-3L20 17M15.5 9.2v.1",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  pin: "M12 21s6.5-6 6.5-11a6.5 6.5 0 1 0-13 0c0 5 6.5 11 6.5 11ZM12 12a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5a7.5 7.5 0 0 1 15 0",
  link: "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7M14 10a4 4 0 0 0-6-.4l-3 3A4 4 0 0 0 10.7 18.3L12 17",
  list: "M8 6h12M8 12h12M8 18h12M4 6h.1M4 12h.1M4 18h.1",
  phone:
    "M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a1.5 1.5 0 0 1-1.5 1.5A15.5 15.5 0 0 1 3.5 5.5 1.5 1.5 0 0 1 5 4Z",
  mic: "M12 14.5a3.5 3.5 0 0 0 3.5-3.5V6.5a3.5 3.5 0 1 0-7 0V11a3.5 3.5 0 0 0 3.5 3.5ZM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7.5V12l3 2",
  one: "m5 12.5 4.5 4.5L19 7.5",
  two: "m2 12.5 4.5 4.5L16 7.5M11.5 16l1 1L22 7.5",
};

const svg = "http://www.w3.org/2000/svg";

/** A line icon; decoration unless a title is given. */
export function icon(name, title) {
  const node = document.createElementNS(svg, "svg");
  node.setAttribute("viewBox", "0 0 24 24");
  node.classList.add("icon");
  if (title) {
    node.setAttribute("role", "img");
    node.setAttribute("aria-label", title);
    const label = document.createElementNS(svg, "title");
    label.textContent = title;
    node.append(label);
  } else node.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svg, "path");
  path.setAttribute("d", paths[name]);
  node.append(path);
  return node;
}

const ticks = {
  accepted: ["one", "Sent"],
  delivered: ["two", "Delivered"],
  read: ["two", "Read"],
};

/** The mark of one's own message. */
export function tick(state) {
  const [name, title] = ticks[state] ?? ["clock", "Waiting"];
  const node = icon(name, title);
  node.classList.add("tick");
  if (state === "read") node.classList.add("tick-read");
  return node;
}
