import type { IncomingMessage } from "node:http";
import type { Refusal } from "./refuse-request";

const bodiless = new Set(["GET", "HEAD", "DELETE", "OPTIONS"]);
/** `upgrade` belongs to sockets, `te` to clients that read trailers; neither is handed on. */
const connectionOptions = new Set(["keep-alive", "close", "upgrade", "te"]);

/**
 * Two readers who disagree where a body ends take part of it for a request of its own, which is answered to somebody else.
 * So what no ordinary client does to the framing is refused: an unannounced length where no body is due, a coding that
 * web would have to undo, and a wish that a hop should drop headers of the message.
 */
export function refusalOfFraming({
  method = "",
  headers,
}: Pick<IncomingMessage, "method" | "headers">): Refusal | null {
  const coding = headers["transfer-encoding"];
  if (coding !== undefined && bodiless.has(method)) {
    return { status: 400, title: `A ${method} takes no Transfer-Encoding here.` };
  }
  if (coding !== undefined && coding.trim().toLowerCase() !== "chunked") {
    return { status: 400, title: "The only Transfer-Encoding here is chunked." };
  }
  const options = (headers.connection ?? "").split(",").map((option) => option.trim().toLowerCase());
  if (options.every((option) => option === "" || connectionOptions.has(option))) return null;
  return {
    status: 400,
    title: "The Connection header may say keep-alive, close or upgrade, and names no other header.",
  };
}
