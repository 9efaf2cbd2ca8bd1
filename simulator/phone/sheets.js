import { byId, element, phrase } from "./dom.js";
import { icon } from "./icons.js";

/** Places a customer may be at. */
const places = [
  { name: "Puerta del Sol", address: "28013 Madrid, Spain", latitude: 40.416947, longitude: -3.703529 },
  { name: "Ferry Building", address: "1 Ferry Building, San Francisco", latitude: 37.795529, longitude: -122.393729 },
  { name: "برج خليفة", address: "دبي، الإمارات", latitude: 25.197197, longitude: 55.274376 },
  { latitude: 52.520008, longitude: 13.404954 },
];

export function openPlacesSheet(onChoose) {
  const rows = places.map((place) => {
    const name = place.name ?? "My position";
    const line = place.address ?? `${place.latitude}, ${place.longitude}`;
    return row({ title: name, description: line, iconName: "pin" }, () => onChoose(place));
  });
  openSheet("Send a location", rows);
}

export function openListSheet({ action }, onChoose) {
  const rows = action.sections.flatMap((section) => [
    section.title ? phrase("h3", "", section.title) : "",
    ...section.rows.map((choice) => row(choice, () => onChoose(choice))),
  ]);
  openSheet(action.button, rows);
}

export function openAttachSheet({ onFile, onPlaces }) {
  openSheet("Attach", [
    row({ title: "Photo or video", iconName: "image" }, () => onFile("image/*,video/*")),
    row({ title: "File", iconName: "file" }, () => onFile("")),
    row({ title: "Location", iconName: "pin" }, onPlaces),
  ]);
}

function row({ title, description, iconName }, onclick) {
  const choose = () => {
    closeSheet();
    onclick();
  };
  return element(
    "button",
    { type: "button", className: "row", onclick: choose },
    iconName ? icon(iconName) : "",
    element(
      "span",
      { className: "card-lines" },
      phrase("strong", "", title),
      description ? phrase("small", "", description) : "",
    ),
  );
}

function openSheet(title, rows) {
  const sheet = element(
    "div",
    { className: "sheet", role: "dialog", "aria-label": title },
    phrase("h2", "", title),
    ...rows,
  );
  const back = byId("sheet");
  back.replaceChildren(sheet);
  back.hidden = false;
  sheet.querySelector("button")?.focus();
}

export function closeSheet() {
  byId("sheet").hidden = true;
}

export function prepareSheets() {
  byId("sheet").addEventListener("click", (event) => {
    if (event.target === byId("sheet")) closeSheet();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeSheet();
  });
}
