import { ControlError, parse } from "./control-error";
import {
  behaviourSchema,
  channelSchema,
  customerSchema,
  faultSchema,
  responderSchema,
  sentQuerySchema,
  statusSchema,
  tokenSchema,
  writingSchema,
} from "./control-schemas";
import { templateRoutes } from "./control-templates";
import { customerWrites } from "./customer-writes";
import { addressKey } from "./meta/addresses";
import { changeResponder, responderSays } from "./other-responder";
import type { Simulation } from "./simulation";
import { reportStatusAndWait } from "./statuses";
import type { PhoneNumber } from "./world/directory";
import { readEffect } from "./world/faults";

type Route = (simulation: Simulation, body: unknown, query: URLSearchParams) => object | Promise<object>;

/** The control API, by method and last part of the path; `webhooks` takes raw bytes and stands apart. */
export const controlRoutes: Record<string, Route> = {
  "GET channels": ({ world }) =>
    [...world.directory.phoneNumbers.values()].map(({ id, wabaId, display, verifiedName, throughput }) => ({
      phoneNumberId: id,
      wabaId,
      displayPhoneNumber: display,
      verifiedName,
      throughput,
    })),
  "POST channels": ({ world }, body) => {
    const channel = parse(channelSchema, body);
    world.directory.registerChannel(channel);
    return { phoneNumberId: channel.phoneNumberId };
  },
  "POST customers": (simulation, body) => {
    const customers = (Array.isArray(body) ? body : [body]).map((customer) => parse(customerSchema, customer));
    for (const { phoneNumberId, from, lastWroteAt, ...facts } of customers) {
      const phoneNumber = findPhoneNumber(simulation, phoneNumberId);
      const person = simulation.world.people.meet(phoneNumber.wabaId, { ...facts, phone: from });
      const thread = simulation.world.threads.open(phoneNumberId, person);
      if (lastWroteAt) thread.lastWroteAt = Math.max(thread.lastWroteAt, Date.parse(lastWroteAt));
    }
    return { customers: customers.length };
  },
  "POST messages": async (simulation, body) => {
    const { from, to, timestamp, message, ...facts } = parse(writingSchema, body);
    const phoneNumber = findPhoneNumber(simulation, to);
    const person = simulation.world.people.meet(phoneNumber.wabaId, { ...facts, phone: from });
    // A writer named by user id alone is one whose phone Meta hides.
    if (from === undefined) person.showsPhone = false;
    const at = timestamp ?? Math.floor(simulation.now() / 1000);
    const { id, arrived } = customerWrites(simulation, { phoneNumber, person, at, message });
    const outcome = await arrived;
    return { id, webhook: outcome ? { status: outcome.status } : null };
  },
  "POST responders": async (simulation, body) => {
    const { phoneNumberId, from, userId, responder, says, metadata } = parse(responderSchema, body);
    const phoneNumber = findPhoneNumber(simulation, phoneNumberId);
    const person = simulation.world.people.meet(phoneNumber.wabaId, { userId, phone: from });
    const outcome = says
      ? await responderSays(simulation, { phoneNumber, person, text: says }).arrived
      : await changeResponder(simulation, { phoneNumber, person, responder: responder ?? null, metadata });
    return { webhook: outcome ? { status: outcome.status } : null };
  },
  "GET sent": ({ world }, _body, query) => {
    const { to, since, phoneNumberId } = parse(sentQuerySchema, Object.fromEntries(query));
    // A plus sign that was not escaped in the query arrives as a space.
    const filter = {
      to: to === undefined ? undefined : addressKey(to.trim()),
      since: since ? Date.parse(since) : undefined,
    };
    return world.ledger.list({ ...filter, phoneNumberId }).map((send) => ({
      wamid: send.wamid,
      time: new Date(send.acceptedAt).toISOString(),
      phoneNumberId: send.phoneNumberId,
      to: send.to,
      status: send.status,
      body: send.body,
    }));
  },
  "GET faults": ({ world }) => world.faults.list(),
  "POST faults": ({ world }, body) => {
    const { match, times, fault } = parse(faultSchema, body);
    const effect = readEffect(fault);
    if (!effect) throw new ControlError(400, "fault: not known.");
    const to = match.to === undefined ? undefined : addressKey(match.to);
    return { id: world.faults.add({ match: { ...match, to }, times, fault, effect }).id };
  },
  "DELETE faults": ({ world }, _body, query) => ({ removed: world.faults.clear(query.get("id") ?? undefined) }),
  "POST statuses": async (simulation, body) => {
    const { wamid, status, code } = parse(statusSchema, body);
    const send = simulation.world.ledger.find(wamid);
    if (!send) throw new ControlError(404, `wamid: no accepted send has the id ${wamid}.`);
    const outcome = await reportStatusAndWait(simulation, send, status, code);
    return { wamid, status, webhook: outcome ? { status: outcome.status } : null };
  },
  "GET behaviour": ({ world }, _body, query) => world.behaviours.of(query.get("phoneNumberId") ?? ""),
  "POST behaviour": (simulation, body) => {
    const { phoneNumberId, ...wish } = parse(behaviourSchema, body);
    if (phoneNumberId !== undefined) findPhoneNumber(simulation, phoneNumberId);
    const given = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));
    return simulation.world.behaviours.change(given, phoneNumberId);
  },
  "POST tokens": ({ world }, body) => {
    const { token, state } = parse(tokenSchema, body);
    const known = world.directory.tokens.get(token);
    if (!known) throw new ControlError(404, "token: not known; register a channel with it.");
    if (state === "revoked") world.directory.tokens.delete(token);
    else known.state = state;
    return { state };
  },
  ...templateRoutes,
  "GET state": ({ world, deliveries }) => ({ accepted: world.ledger.accepted, webhookBacklog: deliveries.backlog }),
};

function findPhoneNumber(simulation: Simulation, id: string): PhoneNumber {
  const found = simulation.world.directory.phoneNumbers.get(id);
  if (!found) throw new ControlError(404, `No phone number has the id ${id}; register it at POST /control/channels.`);
  return found;
}
