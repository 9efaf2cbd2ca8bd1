import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { ControlError, parse } from "./control-error";
import { customerWrites } from "./customer-writes";
import { readBody } from "./http/read-body";
import { replyFile, replyJson, replyText } from "./http/reply";
import { serveFile } from "./http/static-files";
import { readPhoneState } from "./phone-state";
import type { Simulation } from "./simulation";
import { lookAt } from "./statuses";
import type { PhoneNumber } from "./world/directory";
import type { Thread } from "./world/threads";

const writingSchema = z.strictObject({ customer: z.string(), message: z.looseObject({ type: z.string().min(1) }) });
const lookSchema = z.strictObject({ customer: z.string() });
const largestMessage = 140 * 1024 * 1024;

/** The phone's page, its live stream, and what a thumb can do. The business is `?to=<phone number id>`, else the first. */
export async function servePhone(
  simulation: Simulation,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  try {
    if (request.method === "GET") return answerGet(simulation, response, url);
    const phoneNumber = chosenNumber(simulation, url);
    const body: unknown = JSON.parse((await readBody(request, largestMessage)).toString("utf8") || "{}");
    if (request.method === "POST" && url.pathname === "/phone/messages") {
      const { customer, message } = parse(writingSchema, body);
      const { person } = findThread(simulation, phoneNumber, customer);
      const at = Math.floor(simulation.now() / 1000);
      return replyJson(response, 200, { id: customerWrites(simulation, { phoneNumber, person, at, message }).id });
    }
    if (request.method === "POST" && url.pathname === "/phone/looks") {
      const thread = findThread(simulation, phoneNumber, parse(lookSchema, body).customer);
      for (const entry of thread.entries) {
        if (entry.from !== "business") continue;
        entry.tick = "read";
        const send = simulation.world.ledger.find(entry.id);
        if (send) lookAt(simulation, send);
      }
      return replyJson(response, 200, {});
    }
    throw new ControlError(404, "Not found.");
  } catch (error) {
    if (error instanceof ControlError) return replyJson(response, error.status, { error: error.message });
    if (error instanceof SyntaxError) return replyJson(response, 400, { error: "The body is not JSON." });
    throw error;
  }
}

function answerGet(simulation: Simulation, response: ServerResponse, url: URL): void {
  const [, , name = "index.html", id = ""] = url.pathname.split("/");
  if (name === "state") replyJson(response, 200, readPhoneState(simulation, chosenNumber(simulation, url)));
  else if (name === "events") simulation.phones.open(chosenNumber(simulation, url).id, response);
  else if (name === "media") serveMedia(simulation, response, id);
  else if (simulation.phoneFolder) serveFile(response, simulation.phoneFolder, name);
  else replyText(response, 404, "The phone's files were not found; set SIMULATOR_PHONE_FOLDER. The API works.");
}

function serveMedia(simulation: Simulation, response: ServerResponse, id: string): void {
  const file = simulation.world.media.find(id);
  if (file) replyFile(response, file.bytes, file.mimeType);
  else replyText(response, 404, "Not found.");
}

function chosenNumber(simulation: Simulation, url: URL): PhoneNumber {
  const { phoneNumbers, firstPhoneNumber } = simulation.world.directory;
  const wanted = url.searchParams.get("to");
  const found = wanted ? phoneNumbers.get(wanted) : firstPhoneNumber;
  if (!found)
    throw new ControlError(404, wanted ? `No phone number has the id ${wanted}.` : "There is no phone number yet.");
  return found;
}

function findThread(simulation: Simulation, phoneNumber: PhoneNumber, customer: string): Thread {
  const found = simulation.world.threads.listOf(phoneNumber.id, Number.POSITIVE_INFINITY);
  const thread = found.find(({ person }) => person.key === customer);
  if (!thread) throw new ControlError(404, `No customer ${customer} in this phone.`);
  return thread;
}
