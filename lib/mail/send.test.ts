import { expect, it } from "vitest";
import { listKeptMails, mailIsSetUp, sendMail } from "./index";

it("without SMTP the newest 50 mails are kept, the newest first", async () => {
  for (let at = 1; at <= 53; at += 1) await sendMail({ to: "a@example.test", subject: `Mail ${at}`, text: "Hello" });
  const kept = await listKeptMails();
  expect(mailIsSetUp()).toBe(true);
  expect(kept).toHaveLength(50);
  expect(kept[0]).toMatchObject({ to: "a@example.test", subject: "Mail 53", text: "Hello" });
  expect(kept.at(-1)?.subject).toBe("Mail 4");
});
