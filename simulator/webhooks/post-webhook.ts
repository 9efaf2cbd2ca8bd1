import { type Agent, request } from "node:http";
import { sign } from "./sign";
import type { App } from "./updates";

const keptBodyBytes = 64 * 1024;

type Target = { url: string; app: App; agent: Agent; timeoutMs: number };
type Answer = { status: number; body: string };

/** Signs and posts raw bytes once. Answers status 0 with the reason when there was no answer. */
export async function postWebhook(target: Target, bytes: Buffer): Promise<Answer> {
  // A kept connection may have been closed by the other side meanwhile; that is no answer of the receiver's.
  const answer = await postOnce(target, bytes);
  return answer === "stale connection" ? postWebhook(target, bytes) : answer;
}

function postOnce(target: Target, bytes: Buffer): Promise<Answer | "stale connection"> {
  return new Promise((resolve) => {
    const outgoing = request(
      target.url,
      {
        method: "POST",
        agent: target.agent,
        timeout: target.timeoutMs,
        headers: {
          "Content-Type": "application/json",
          "Content-Length": bytes.length,
          "User-Agent": "facebookexternalua",
          Accept: "*/*",
          "X-Hub-Signature-256": sign(bytes, target.app.secret),
        },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        let size = 0;
        answer.on("data", (chunk: Buffer) => {
          if (size < keptBodyBytes) chunks.push(chunk);
          size += chunk.length;
        });
        answer.on("end", () =>
          resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString("utf8") }),
        );
        answer.on("error", (error) => resolve({ status: 0, body: error.message }));
      },
    );
    outgoing.on("timeout", () => outgoing.destroy(new Error(`No answer within ${target.timeoutMs} ms.`)));
    outgoing.on("error", (error: NodeJS.ErrnoException) => {
      const stale = outgoing.reusedSocket && error.code === "ECONNRESET";
      resolve(stale ? "stale connection" : { status: 0, body: error.code ?? error.message });
    });
    outgoing.end(bytes);
  });
}
