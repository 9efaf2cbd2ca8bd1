/** Makes an element; properties are set, `data-`, `aria-` and `role` as attributes. Children are nodes or text. */
export function element(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (name.includes("-") || name === "role") node.setAttribute(name, value);
    else node[name] = value;
  }
  node.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== ""));
  return node;
}

export function byId(id) {
  return document.getElementById(id);
}

/** Text that reads in its own direction. */
export function phrase(tag, className, text) {
  return element(tag, { className, dir: "auto" }, text);
}
