import { expect, test } from "vitest";
import { parsePlace } from "./parse-place";

const sol = { latitude: 40.416947, longitude: -3.703529 };

test.each([
  [
    "Google Maps, a place",
    "https://www.google.com/maps/place/Puerta+del+Sol/@40.41,-3.70,17z/data=!3m1!4b1!4m6!3m5!1s0x0!8m2!3d40.416947!4d-3.703529",
  ],
  ["Google Maps, the screen", "https://www.google.com/maps/@40.416947,-3.703529,15z"],
  ["Google Maps, a question", "https://maps.google.com/?q=40.416947,-3.703529"],
  ["Google Maps, encoded", "https://www.google.com/maps/search/?api=1&query=40.416947%2C-3.703529"],
  ["Apple Maps", "https://maps.apple.com/?ll=40.416947,-3.703529&q=Sol"],
  ["Apple Maps, new", "https://maps.apple.com/place?coordinate=40.416947,-3.703529"],
  ["OpenStreetMap, a pin", "https://www.openstreetmap.org/?mlat=40.416947&mlon=-3.703529#map=16/1.0/2.0"],
  ["OpenStreetMap, the screen", "https://www.openstreetmap.org/#map=16/40.416947/-3.703529"],
  ["Waze", "https://waze.com/ul?ll=40.416947,-3.703529&navigate=yes"],
  ["a geo link", "geo:40.416947,-3.703529?z=16"],
  ["numbers", "40.416947, -3.703529"],
  ["numbers in brackets", "(40.416947 -3.703529)"],
  ["degrees", "40°25'1.0092\"N 3°42'12.7044\"W"],
  ["degrees of Spain", "3°42'12.7044\"O 40°25'1.0092\"N"],
])("%s is understood", (_, text) => {
  expect(parsePlace(`  ${text} `)).toEqual(sol);
});

test.each([
  ["a short link", "https://maps.app.goo.gl/AbC123"],
  ["words", "Puerta del Sol"],
  ["beyond the poles", "91, 0"],
  ["beyond the date line", "0, 180.5"],
  ["a phone number", "+34 600 000 000"],
  ["one number", "40.4"],
  ["nothing", ""],
  ["a script", "javascript:alert(40.4,-3.7)"],
  ["a broken encoding", "https://maps.google.com/?q=%E0%A4%A"],
])("%s is no place", (_, text) => {
  expect(parsePlace(text)).toBeNull();
});
