import { expect, it } from "vitest";
import { createLabel } from "@/lib/labels";
import { makeTenant } from "@/test/factories";
import { readInbox } from "./read-inbox";

it("the first paint has every label, also beyond a page of them: the browser reads no more until one changes", async () => {
  const { owner } = await makeTenant();
  for (let at = 0; at < 101; at += 1) await createLabel(owner, { name: `Label ${at}`, colour: "grey" });
  expect((await readInbox(owner, {}, null)).labels).toHaveLength(101);
});
