import { ProblemError, readProblem } from "./problem";
import { requestOf, workspaceOf } from "./request";
import type { AnyContract, Input, Output, RouteName } from "./types";

export type CallOptions = {
  signal?: AbortSignal | undefined;
  /** The browser finishes it after the page has gone. */
  keepalive?: boolean;
};

/**
 * Calls the API as the signed-in member, in the workspace of the page.
 * A GET whose line broke is tried once more; nothing else is.
 * @throws {ProblemError}
 */
export async function call<C extends AnyContract>(
  route: RouteName<C>,
  input: Input<C>,
  options: CallOptions = {},
): Promise<Output<C>> {
  const { method, url, body } = requestOf(route, input as Record<string, unknown>);
  const headers: Record<string, string> = { "x-workspace": workspaceOf(location.pathname) };
  if (body !== undefined) headers["content-type"] = "application/json";
  const init: RequestInit = { method, headers, credentials: "same-origin", signal: options.signal ?? null };
  if (body !== undefined) init.body = body;
  if (options.keepalive) init.keepalive = true;
  const response = await send(url, init, method === "GET" ? 1 : 0);
  if (!response.ok) throw await readProblem(response);
  return (await response.json()) as Output<C>;
}

async function send(url: string, init: RequestInit, triesLeft: number): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    if (triesLeft > 0) return send(url, init, triesLeft - 1);
    throw new ProblemError({
      title: "The server cannot be reached.",
      code: "offline",
      status: 0,
      nextStep: "Check your connection.",
    });
  }
}
