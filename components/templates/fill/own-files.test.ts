import { expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { ownFilesOf } from "./own-files";

test("of what is uploaded each header and card shows its own file, of what lies elsewhere none", () => {
  const [one, other] = [newId(), newId()];
  const card = { body: "", buttons: [] };
  const files = ownFilesOf({
    header: { type: "document", id: one, filename: "a.pdf" },
    cards: [
      { ...card, header: { type: "image", link: "https://example.com/a.png" } },
      { ...card, header: { type: "video", id: other } },
      { ...card, header: { type: "image", id: "1234567890" } },
      { ...card, header: null },
    ],
  });
  expect(files.map(({ uploadId, url, filename }) => [uploadId, url, filename])).toEqual([
    [one, `/api/v1/media/${one}`, "a.pdf"],
    [other, `/api/v1/media/${other}`, null],
  ]);
});
