import { expect, it } from "vitest";
import { escapeJson } from "./escape-json";
import { sign } from "./sign";

const secret = "vector-secret-0001";
const body = { object: "whatsapp_business_account", note: "Olá 👋 https://example.com/" };

// The expected values were computed with openssl over the bytes.
it("signs the escaped bytes with lower-case hex", () => {
  expect(sign(escapeJson(body), secret)).toBe(
    "sha256=c9be55d6e5430dca4d13fbb4754afefbf057f9ba9d6c32878ed695f2b83ae3cd",
  );
});

it("a body that was serialised again has another signature", () => {
  expect(sign(JSON.stringify(body), secret)).toBe(
    "sha256=3c9848dc37e55cb6765a6eed112be43aca2d8dd32b440e5eea06b1d2287d4fa7",
  );
});

it("an empty body can be signed", () => {
  expect(sign(Buffer.alloc(0), secret)).toBe("sha256=aa7cd587742b9019e248dd30f8638b42341fc7ead56624d0dd639cdc19a74a05");
});
