import type { Readable } from "node:stream";
import type { Head } from "./exchange";

/** The body must be read or discarded, or its connection stays taken until the time limit. */
export type SafeResponse = {
  ok: boolean;
  status: number;
  /** Lower-case names; repeated headers are joined by a comma. */
  headers: Record<string, string>;
  bytes(): Promise<Uint8Array>;
  text(): Promise<string>;
  /** @throws {SyntaxError} when the body is not JSON. */
  json(): Promise<unknown>;
  /** For bodies too large to hold; errors are `HttpFailure`s as well. */
  stream(): Readable;
  discard(): void;
};

export function responseOf({ status, headers, body }: Head): SafeResponse {
  const bytes = async () => Buffer.concat(await body.toArray());
  const text = async () => (await bytes()).toString("utf8");
  return {
    ok: status >= 200 && status < 300,
    status,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : (value ?? "")]),
    ),
    bytes,
    text,
    json: async () => JSON.parse(await text()),
    stream: () => body,
    discard: () => {
      body.destroy();
    },
  };
}
