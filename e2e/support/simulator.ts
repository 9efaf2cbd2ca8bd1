/** The customer's side: says things through the simulator and sees what reached the phone. */
import { randomInt } from "node:crypto";
import { type Browser, expect, type Page } from "playwright/test";
import { uniqueWord } from "./unique";

export type Sent = { wamid: string; body: Record<string, unknown>; time: string };

export type Customer = {
  waId: string;
  name: string;
  /** Writes to the business; `agoSeconds` sets Meta's time of the message back. */
  says: (text: string, options?: { agoSeconds?: number }) => Promise<{ id: string }>;
  /** The same with anything in Meta's shape; a file brings its `bytes` in base64. */
  sends: (message: { type: string } & Record<string, unknown>) => Promise<{ id: string }>;
  /** Waits until the phone has this text. */
  received: (text: string) => Promise<void>;
  sentTo: () => Promise<Sent[]>;
};

const phoneNumberId = "106540352242922";

/** Of the second business of the demo, where nothing else is going on. */
export const otherPhoneNumberId = "106540352242977";

/**
 * A customer nobody else plays, so that journeys run side by side and a second try does not meet the first: the name that
 * is given has a word of its own behind it.
 */
export function newCustomer(simulatorUrl: string, called: string, number = phoneNumberId): Customer {
  const name = `${called} ${uniqueWord()}`;
  const waId = `1650${randomInt(1e8, 1e9)}`;
  const sentTo = () => ask<Sent[]>(simulatorUrl, "GET", `/control/sent?to=${waId}`);
  return {
    waId,
    name,
    says: (body, { agoSeconds = 0 } = {}) =>
      ask(simulatorUrl, "POST", "/control/messages", {
        from: waId,
        to: number,
        name,
        timestamp: Math.floor(Date.now() / 1_000) - agoSeconds,
        message: { type: "text", text: { body } },
      }),
    sends: (message) =>
      ask(simulatorUrl, "POST", "/control/messages", {
        from: waId,
        to: number,
        name,
        timestamp: Math.floor(Date.now() / 1_000),
        message,
      }),
    received: (text) =>
      expect
        .poll(async () => (await sentTo()).map(({ body }) => (body.text as { body?: string } | undefined)?.body))
        .toContain(text),
    sentTo,
  };
}

/** The customer's phone, as the simulator shows it. */
export async function openPhone(browser: Browser, simulatorUrl: string, { name }: Customer): Promise<Page> {
  const phone = await (await browser.newContext()).newPage();
  await phone.goto(simulatorUrl);
  await phone.getByRole("button", { name }).first().click();
  return phone;
}

export function setFault(simulatorUrl: string, fault: { match: { to: string }; times: number; fault: string }) {
  return ask(simulatorUrl, "POST", "/control/faults", fault);
}

/** A template that Meta has approved; unless its components are given, with a body without variables. */
export function makeTemplate(
  simulatorUrl: string,
  template: { wabaId: string; name: string; language: string; category: string; components?: object[] },
) {
  return ask(simulatorUrl, "POST", "/control/templates", { ...template, status: "APPROVED" });
}

async function ask<T>(simulatorUrl: string, method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(simulatorUrl + path, {
    method,
    headers: { "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`The simulator answered ${response.status}: ${await response.text()}`);
  return response.json() as Promise<T>;
}
