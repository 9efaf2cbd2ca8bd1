import { expect, test } from "vitest";
import { ownerQuery } from "@/test/database";
import { surveyScene } from "@/test/surveys";
import { askDue } from "./queue/ask-due";

test("a customer who wants something new later than soon after the score opens it again: a request is no comment", async () => {
  const { tenantId, resolve, taps, writes, follow, survey, conversation } = await surveyScene();
  await resolve();
  await askDue();
  await taps(0);
  await follow();
  await ownerQuery(
    `update surveys set answered_at = answered_at - interval '20 hours',
       comment_asked_at = comment_asked_at - interval '20 hours' where tenant_id = $1`,
    [tenantId],
  );
  await writes("My lamp is broken again.");
  expect(await survey()).toMatchObject({ score: 5, comment: null });
  expect(await conversation()).toMatchObject({ unread: 1, waits: true, count: 1 });
});

test("a customer who writes before they are asked for a comment opens it again, and is not asked any more", async () => {
  const { resolve, taps, writes, follow, said, survey, conversation } = await surveyScene();
  await resolve();
  await askDue();
  await taps(0);
  await writes("And my lamp is broken again.");
  await follow();
  expect(await survey()).toMatchObject({ comment: null, comment_asked_at: null });
  expect(await conversation()).toMatchObject({ unread: 1, waits: true });
  expect(await said()).toEqual(["How was it?"]);
});

test("a customer of whom a comment could not be asked opens it again with the next text", async () => {
  const { tenantId, resolve, taps, writes, follow, said, survey, conversation } = await surveyScene();
  await resolve();
  await askDue();
  await taps(0);
  await ownerQuery("update service_windows set opened_at = now() - interval '30 hours' where tenant_id = $1", [
    tenantId,
  ]);
  await follow();
  expect(await said()).toEqual(["How was it?"]);
  await writes("My lamp is broken again.");
  expect(await survey()).toMatchObject({ comment: null, comment_asked_at: null });
  expect(await conversation()).toMatchObject({ unread: 1, waits: true });
});
