import { expect, test } from "vitest";
import { contentDispositionOf } from "./content-disposition";

const id = "01990000-0000-7000-8000-00000000abcd";
const of = (filename: string | null, type = "application/octet-stream") => contentDispositionOf({ id, type, filename });
const nameIn = (header: string) => decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec(header)?.[1] ?? "");

test.each(["image/jpeg", "image/png", "image/webp", "image/gif", "audio/ogg", "video/mp4", "application/pdf"])(
  "%s is shown",
  (type) => expect(of("a", type)).toMatch(/^inline; /),
);

test.each(["application/octet-stream", "text/plain", "text/csv", "image/svg+xml", "application/zip", "image/tiff"])(
  "%s is saved",
  (type) => expect(of("a", type)).toMatch(/^attachment; /),
);

test.each([
  ["invoice 7.pdf", "invoice 7.pdf"],
  ["Rechnung für 你好.pdf", "Rechnung für 你好.pdf"],
  ["it's (1)*.pdf", "it's (1)*.pdf"],
  ["../../etc/passwd", "passwd"],
  ["C:\\Windows\\system.ini", "system.ini"],
  ['a"; filename="b.exe', 'a"; filename="b.exe'],
  ["a\r\nSet-Cookie: x=1", "aSet-Cookie: x=1"],
  ["photo\u202egpj.exe", "photogpj.exe"],
  [".htaccess", "htaccess"],
  ["\ud800.txt", "\ufffd.txt"],
])("%j is saved as %j", (filename, name) => {
  const header = of(filename);
  expect(nameIn(header)).toBe(name);
  expect(header).toMatch(/^attachment; filename="[^"\r\n]*"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]*$/);
  expect(() => new Headers({ "content-disposition": header })).not.toThrow();
});

test.each([null, "", "...", "../"])("%j gets a name of ours", (filename) => {
  expect(nameIn(of(filename, "image/jpeg"))).toBe("file-0000abcd.jpg");
});

test("a name of a thousand characters is cut between them", () => {
  expect(Array.from(nameIn(of("😀".repeat(1_000))))).toHaveLength(200);
});
