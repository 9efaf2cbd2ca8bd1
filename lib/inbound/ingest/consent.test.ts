import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { sendMessage } from "@/lib/messages";
import { ownerQuery } from "@/test/database";
import { makeTenant, type TestChannel } from "@/test/factories";
import { changeBody, deliver, ingestAll, messagesBody, receive, secondsAgo, textMessage } from "@/test/webhooks";

const phone = "4915111111111";

async function makeScene() {
  const tenant = await makeTenant({ channel: true });
  const { tenantId, channel } = tenant;
  const writes = (body: string, options: { ago?: number; standby?: boolean } = {}) =>
    receive(channel, said(channel, text(body, options.ago), options.standby));
  const marketing = () =>
    ownerQuery<{ state: string; source: string }>(
      `select state, source from consents where tenant_id = $1 and purpose = 'marketing' order by at desc, id desc`,
      [tenantId],
    );
  const answers = async () => {
    const rows = await ownerQuery<{ preview: string }>(
      "select preview from messages where tenant_id = $1 and direction = 'out' and author = 'system' order by id",
      [tenantId],
    );
    return rows.map(({ preview }) => preview);
  };
  return { ...tenant, writes, marketing, answers };
}

const text = (body: string, ago = 30) => textMessage({ phone }, { body, timestamp: secondsAgo(ago) });

const said = (channel: TestChannel, message: Record<string, unknown>, standby = false) =>
  standby
    ? changeBody(channel, "standby", standbyValue(channel, message))
    : messagesBody(channel, { messages: [message] });

const standbyValue = (channel: TestChannel, message: Record<string, unknown>) => {
  const metadata = { display_phone_number: channel.displayPhoneNumber, phone_number_id: channel.phoneNumberId };
  return { messaging_product: "whatsapp", metadata, standby: { messages: [message] } };
};

const switched = (channel: TestChannel, value: string, ago = 30) =>
  changeBody(channel, "user_preferences", {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: channel.displayPhoneNumber, phone_number_id: channel.phoneNumberId },
    user_preferences: [
      { wa_id: phone, detail: "In words", category: "marketing_messages", value, timestamp: Number(secondsAgo(ago)) },
    ],
  });

describe("a customer who writes STOP", () => {
  it.each(["STOP", " stop! ", "ＳＴＯＰ", "s\u200Btop", "Baja", "parar", "ARRET", "Stopp.", "إيقاف", "*Stop*"])(
    "as %j withdraws consent to marketing, and is told so",
    async (word) => {
      const { writes, marketing, answers, tenantId } = await makeScene();
      await writes(word);
      expect(await marketing()).toEqual([{ state: "withdrawn", source: "stop_word" }]);
      expect(await answers()).toHaveLength(1);
      const [entry] = await ownerQuery<{ evidence: { word: string; wamid: string } }>(
        "select evidence from consents where tenant_id = $1 and purpose = 'marketing'",
        [tenantId],
      );
      expect(entry?.evidence.word).toBe(word);
      expect(entry?.evidence.wamid).toMatch(/^wamid\./);
    },
  );

  it.each(["Please stop the music", "bus stop", "nonstop", "I will not stop", "STOP it"])(
    "inside a sentence, %j, withdraws nothing",
    async (sentence) => {
      const { writes, marketing, answers } = await makeScene();
      await writes(sentence);
      expect([await marketing(), await answers()]).toEqual([[], []]);
    },
  );

  it("by the button of a template, or of a menu, withdraws as well", async () => {
    const { channel, marketing, tenantId } = await makeScene();
    const tapped = (more: Record<string, unknown>) => ({ ...text("", 20), text: undefined, ...more });
    await receive(channel, said(channel, tapped({ type: "button", button: { text: "No, thanks", payload: "STOP" } })));
    expect(await marketing()).toHaveLength(1);
    const reply = { type: "button_reply", button_reply: { id: "42", title: "Unsubscribe" } };
    await receive(
      channel,
      said(channel, { ...tapped({ type: "interactive", interactive: reply }), timestamp: secondsAgo(10) }),
    );
    expect(await marketing()).toHaveLength(2);
    expect(await ownerQuery("select from contacts where tenant_id = $1", [tenantId])).toHaveLength(1);
  });

  it("twice is told once, and again after START has changed it meanwhile", async () => {
    const { writes, answers } = await makeScene();
    await writes("STOP", { ago: 50 });
    await writes("STOP", { ago: 40 });
    expect(await answers()).toHaveLength(1);
    await writes("START", { ago: 30 });
    await writes("START", { ago: 25 });
    expect(await answers()).toHaveLength(2);
    await writes("STOP", { ago: 20 });
    expect(await answers()).toHaveLength(3);
  });

  it("again a day later is told again", async () => {
    const { writes, answers, tenantId } = await makeScene();
    await writes("STOP", { ago: 50 });
    await ownerQuery("update consent_confirmations set sent_at = now() - interval '25 hours' where tenant_id = $1", [
      tenantId,
    ]);
    await writes("STOP");
    expect(await answers()).toHaveLength(2);
  });

  it("in a thread that another responder has is heeded, and not told", async () => {
    const { writes, marketing, answers } = await makeScene();
    await writes("STOP", { standby: true });
    expect(await marketing()).toHaveLength(1);
    expect(await answers()).toEqual([]);
  });

  it("more than a day ago is heeded, and not told: the window is closed", async () => {
    const { writes, marketing, answers } = await makeScene();
    await writes("STOP", { ago: 2 * 86_400 });
    expect(await marketing()).toHaveLength(1);
    expect(await answers()).toEqual([]);
  });

  it("goes on waiting for a person: being told is no answer", async () => {
    const { writes, tenantId } = await makeScene();
    await writes("My parcel is broken", { ago: 60 });
    await writes("STOP");
    const waiting = "select unread_count, waiting_since is not null as waits from conversations where tenant_id = $1";
    expect(await ownerQuery(waiting, [tenantId])).toEqual([{ unread_count: 2, waits: true }]);
  });

  it("is told in the contact's language where it is known", async () => {
    const { writes, answers, tenantId } = await makeScene();
    await writes("Hallo", { ago: 60 });
    await ownerQuery("update contacts set language = 'de' where tenant_id = $1", [tenantId]);
    await writes("STOP");
    expect(await answers()).toEqual([expect.stringContaining("ANMELDEN")]);
  });
});

it("an agent, the phone app or another responder who writes STOP does nothing", async () => {
  const { channel, marketing, writes, agent, tenantId } = await makeScene();
  await writes("Hello", { ago: 90 });
  const [thread] = await ownerQuery<{ id: string }>("select id from conversations where tenant_id = $1", [tenantId]);
  const [conversationId, word] = [thread?.id ?? "", { type: "text", text: { body: "STOP" } }];
  await sendMessage(agent, { conversationId, clientId: newId(), ...word });
  const metadata = { display_phone_number: channel.displayPhoneNumber, phone_number_id: channel.phoneNumberId };
  const echo = {
    id: "wamid.phone",
    from: channel.displayPhoneNumber.slice(1),
    to: phone,
    timestamp: secondsAgo(60),
    ...word,
  };
  const copied = { id: "wamid.responder", timestamp: secondsAgo(50), message: { to: phone, ...word } };
  const around = { messaging_product: "whatsapp", metadata };
  await receive(channel, changeBody(channel, "smb_message_echoes", { ...around, message_echoes: [echo] }));
  await receive(channel, changeBody(channel, "standby", { ...around, standby: { message_echoes: [copied] } }));
  const written = await ownerQuery<{ author: string }>(
    "select author from messages where tenant_id = $1 and preview = 'STOP' order by author",
    [tenantId],
  );
  expect(written.map(({ author }) => author)).toEqual(["member", "phone_app", "responder"]);
  expect(await marketing()).toEqual([]);
});

it("START before any STOP grants nothing: it is how many a chat begins", async () => {
  const { writes, marketing, answers } = await makeScene();
  await writes("Start");
  expect([await marketing(), await answers()]).toEqual([[], []]);
});

describe("WhatsApp's own switch", () => {
  it("off withdraws and on grants, with Meta's words as proof and nothing said to the customer", async () => {
    const { channel, marketing, answers, tenantId } = await makeScene();
    await receive(channel, switched(channel, "stop", 60));
    expect(await marketing()).toEqual([{ state: "withdrawn", source: "meta_preference" }]);
    await receive(channel, switched(channel, "resume", 30));
    expect((await marketing())[0]).toEqual({ state: "granted", source: "meta_preference" });
    expect(await answers()).toEqual([]);
    const items = "select distinct outcome from webhook_items where tenant_id = $1";
    expect(await ownerQuery(items, [tenantId])).toEqual([{ outcome: "applied" }]);
  });

  it("told late does not undo what is newer", async () => {
    const { channel, marketing } = await makeScene();
    await receive(channel, switched(channel, "stop", 30));
    await receive(channel, switched(channel, "resume", 60));
    expect((await marketing())[0]).toEqual({ state: "withdrawn", source: "meta_preference" });
  });
});

it("whatever the order, the batches and the repeats, the ledger ends the same", { timeout: 120_000 }, async () => {
  const acts = ["STOP", "START", "stop", "resume", "hello"] as const;
  const history = fc.array(fc.constantFrom(...acts), { minLength: 2, maxLength: 7 });
  const property = fc.asyncProperty(history, fc.infiniteStream(fc.nat()), async (list, chance) => {
    const ledgerOf = async (order: number[], batch: number) => {
      const { channel, marketing } = await makeScene();
      const bodies = list.map((act, at) => bodyOf(channel, act, at));
      for (const [n, at] of order.entries()) {
        await deliver(channel, bodies[at] ?? {});
        if (n % batch === 0) await ingestAll();
      }
      await ingestAll();
      return marketing();
    };
    const inOrder = list.map((_, at) => at);
    const order = [...inOrder, ...inOrder].sort(() => ((chance.next().value ?? 0) % 3) - 1);
    expect(await ledgerOf(order, 1 + ((chance.next().value ?? 0) % 4))).toEqual(await ledgerOf(inOrder, 1));
  });
  await fc.assert(property, { numRuns: 12, endOnFailure: true });
});

function bodyOf(channel: TestChannel, act: string, at: number) {
  const ago = 1_000 - 10 * at;
  if (act === "stop" || act === "resume") return switched(channel, act, ago);
  return said(channel, { ...text(act, ago), id: `wamid.${channel.id}.${at}` });
}
