import { afterAll, beforeAll, expect, test } from "vitest";
import type { InvalidError, RefusedError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import type { Loop } from "@/lib/jobs";
import { receiveUpload } from "@/lib/media";
import { DAY } from "@/lib/time";
import type { RunningSimulator } from "@/simulator";
import { ownerQuery } from "@/test/database";
import { pdf } from "@/test/files";
import { eventually, holdBack, makeCustomer, makeScene, type Scene, sentBy, startMeta } from "@/test/sending";
import { syncDue } from "@/test/templates";
import { listMessages, readMessage, sendMessage, sendMessageAgain, startSending } from "./index";

let simulator: RunningSimulator;
let sending: Loop;

beforeAll(async () => {
  simulator = await startMeta();
  sending = startSending();
});

afterAll(async () => {
  await sending.stop();
  await simulator.close();
});

async function makeShop() {
  const scene = await makeScene(simulator);
  await syncDue();
  return scene;
}

const consent = (
  scene: Scene,
  purpose: string,
  state = "granted",
  { contactId } = scene.customer as { contactId: string },
) =>
  ownerQuery(
    `insert into consents (tenant_id, contact_id, purpose, state, source, evidence, actor, at)
     values ($1, $2, $3, $4, 'test', '{}', 'test', now())`,
    [scene.tenantId, contactId, purpose, state],
  );

const body = (...values: string[]) => ({ type: "body", parameters: values.map((text) => ({ type: "text", text })) });

function templateTo(
  { conversationId }: { conversationId: string },
  name: string,
  components: object[] = [],
  language = "en_US",
) {
  return {
    conversationId,
    clientId: newId(),
    type: "template",
    template: { name, language: { code: language }, components },
  };
}

const confirmed = (customer: { conversationId: string }) =>
  templateTo(customer, "order_confirmation", [body("Sheena", "48213")]);

const refusalOf = (sent: Promise<unknown>): Promise<RefusedError & InvalidError> =>
  sent.then(
    () => expect.unreachable("It was sent."),
    (error) => error,
  );

test("a template goes out in Meta's shape, outside the window too, and is kept as the customer sees it", async () => {
  const scene = await makeShop();
  const late = await makeCustomer(scene, scene.channel, { wroteAt: new Date(Date.now() - 3 * DAY) });
  await consent(scene, "service", "granted", late);
  const message = await sendMessage(scene.agent, confirmed(late));
  const text = "Thank you, Sheena. Your order *48213* is confirmed.";
  expect(message).toMatchObject({ type: "template", text, content: { shown: { body: text, category: "UTILITY" } } });
  await eventually(() => readMessage(scene.agent, { ...late, messageId: message.id })).toMatchObject({
    status: "accepted",
  });
  const [sent] = await sentBy(simulator, scene.channel);
  expect(sent?.body).toMatchObject({ type: "template", template: confirmed(late).template });
  expect(sent?.body).not.toHaveProperty("shown");
});

test("a header, a button's link and every card reach Meta and are shown", async () => {
  const scene = await makeShop();
  await consent(scene, "marketing");
  const card = (at: number) => ({
    card_index: at,
    components: [
      { type: "header", parameters: [{ type: "image", image: { link: `https://example.com/${at}.jpg` } }] },
      body(`value ${at}`),
      { type: "button", sub_type: "url", index: "0", parameters: [{ type: "text", text: `item-${at}` }] },
    ],
  });
  const components = [body("Sheena"), { type: "carousel", cards: [card(0), card(1), card(2)] }];
  const message = await sendMessage(scene.agent, templateTo(scene.customer, "new_arrivals", components, "en"));
  expect(message.content).toMatchObject({
    shown: {
      cards: [0, 1, 2].map((at) => ({
        header: { type: "image", link: `https://example.com/${at}.jpg` },
        buttons: [{ kind: "url", url: `https://example.com/shop/item-${at}` }, { kind: "quick_reply" }],
      })),
    },
  });
  await eventually(async () => (await sentBy(simulator, scene.channel)).length).toBe(1);
});

test("a header's file from this device goes up to Meta first, and hangs on the message", async () => {
  const scene = await makeShop();
  await consent(scene, "service");
  const bytes = pdf();
  const upload = await receiveUpload(scene.agent, {
    filename: "Invoice 2041.pdf",
    as: null,
    declaredType: "application/pdf",
    announcedBytes: bytes.length,
    body: (async function* () {
      yield bytes;
    })(),
  });
  const header = { type: "header", parameters: [{ type: "document", document: { id: upload.id } }] };
  const send = templateTo(scene.customer, "invoice_ready", [header, body("Sheena", "2041")], "en");
  const message = await sendMessage(scene.agent, send);
  const read = () => readMessage(scene.agent, { ...scene.customer, messageId: message.id });
  await eventually(read).toMatchObject({ status: "accepted", media: [{ state: "stored", url: expect.any(String) }] });
  const [sent] = await sentBy(simulator, scene.channel);
  expect(sent?.body.template).toMatchObject({
    components: [
      { parameters: [{ document: { id: expect.stringMatching(/^\d+$/), filename: "Invoice 2041.pdf" } }] },
      {},
    ],
  });
});

test.each([
  ["a value is missing", "order_confirmation", [body("Sheena")], "template.body.2", /missing/],
  ["a value is too many", "order_confirmation", [body("a", "b", "c")], "template.components.0.parameters", /two|2/],
  ["a value is too long", "order_confirmation", [body("a", "b".repeat(1_025))], "template.body.2", /1,024/],
  ["a value has a line break", "order_confirmation", [body("a", "b\nc")], "template.body.2", /one line/],
  ["nothing was filled in", "order_confirmation", [], "template.body.1", /missing/],
  [
    "a header is given where there is none",
    "hello_world",
    [{ type: "header", parameters: [{ type: "text", text: "a" }] }],
    "template.components.0.parameters",
    /no values/,
  ],
])("nothing leaves where %s, and what is wrong is named", async (_, name, components, path, words) => {
  const scene = await makeShop();
  await consent(scene, "service");
  const error = await refusalOf(sendMessage(scene.agent, templateTo(scene.customer, name, components)));
  expect(error).toMatchObject({ kind: "invalid", code: "template_values_invalid" });
  expect(error.fields?.map((field) => field.path)).toContain(path);
  expect(error.fields?.find((field) => field.path === path)?.message).toMatch(words);
  expect((await listMessages(scene.agent, { ...scene.customer, limit: 10 })).items).toHaveLength(1);
  expect(await sentBy(simulator, scene.channel)).toEqual([]);
});

test.each([
  ["winter_offer", "en", "template_paused"],
  ["flash_sale", "en", "template_rejected"],
  ["spring_preview", "en", "template_pending"],
  ["never_heard_of", "en", "template_unknown"],
  ["promo", "pt_BR", "template_unknown"],
])("the template %s in %s is refused before anything leaves: %s", async (name, language, code) => {
  const scene = await makeShop();
  await consent(scene, "marketing");
  const error = await refusalOf(sendMessage(scene.agent, templateTo(scene.customer, name, [], language)));
  expect(error).toMatchObject({ kind: "refused", code });
  expect(error.nextStep).toMatch(/\w/);
});

test("a marketing template needs consent to marketing, a utility one to service, in the open window too", async () => {
  const scene = await makeShop();
  const promo = () => {
    const header = { type: "header", parameters: [{ type: "image", image: { link: "https://example.com/a.jpg" } }] };
    const button = { type: "button", sub_type: "url", index: "0", parameters: [{ type: "text", text: "a" }] };
    return templateTo(scene.customer, "promo", [header, body("Sheena"), button], "en");
  };
  expect(await refusalOf(sendMessage(scene.agent, promo()))).toMatchObject({ code: "marketing_consent_missing" });
  expect(await refusalOf(sendMessage(scene.agent, confirmed(scene.customer)))).toMatchObject({
    code: "service_consent_missing",
  });
  await consent(scene, "service");
  await consent(scene, "marketing");
  expect(await sendMessage(scene.agent, promo())).toMatchObject({ status: "queued" });
  expect(await sendMessage(scene.agent, confirmed(scene.customer))).toMatchObject({ status: "queued" });
});

test("another account's template is not found, even where the name is the same", async () => {
  const [scene, other] = [await makeShop(), await makeShop()];
  await ownerQuery("update templates set name = 'theirs_alone' where tenant_id = $1 and name = 'hello_world'", [
    other.tenantId,
  ]);
  const error = await refusalOf(sendMessage(scene.agent, templateTo(scene.customer, "theirs_alone")));
  expect(error).toMatchObject({ code: "template_unknown" });
});

test.each([
  ["paused", "update templates set status = 'PAUSED' where tenant_id = $1", "template_paused"],
  ["removed", "update templates set removed_at = now() where tenant_id = $1", "template_removed"],
  [
    "made a marketing one",
    "update templates set category = 'MARKETING' where tenant_id = $1",
    "marketing_consent_missing",
  ],
])("a template that is %s while the message waits keeps it from leaving", async (_, change, code) => {
  const scene = await makeShop();
  await consent(scene, "service");
  await holdBack(scene.agent, 1_000);
  const message = await sendMessage(scene.agent, confirmed(scene.customer));
  await ownerQuery(change, [scene.tenantId]);
  const read = () => readMessage(scene.agent, { ...scene.customer, messageId: message.id });
  await eventually(read).toMatchObject({ status: "failed", failure: { code } });
  expect(await sentBy(simulator, scene.channel)).toEqual([]);
});

test("a template that Meta pauses first has the list read again, and is sent again once it may", async () => {
  const scene = await makeShop();
  await consent(scene, "service");
  await ownerQuery("update template_syncs set started_at = now() - interval '1 hour' where tenant_id = $1", [
    scene.tenantId,
  ]);
  await fetch(`${simulator.url}/control/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ match: { path: "/messages", to: scene.customer.phone }, fault: "error:132015" }),
  });
  const message = await sendMessage(scene.agent, confirmed(scene.customer));
  const read = () => readMessage(scene.agent, { ...scene.customer, messageId: message.id });
  await eventually(read).toMatchObject({ status: "failed", failure: { code: "132015" } });
  const due = () => ownerQuery("select from template_syncs where tenant_id = $1 and due_at <= now()", [scene.tenantId]);
  await eventually(async () => (await due()).length).toBe(1);
  const again = await sendMessageAgain(scene.agent, { ...scene.customer, messageId: message.id, clientId: newId() });
  expect(again.text).toBe(message.text);
  await eventually(async () => (await sentBy(simulator, scene.channel)).length).toBe(1);
});
