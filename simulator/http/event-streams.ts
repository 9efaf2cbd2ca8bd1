import type { ServerResponse } from "node:http";

/** Open Server-Sent Event streams by topic. */
export class EventStreams {
  readonly #streams = new Map<string, Set<ServerResponse>>();

  open(topic: string, response: ServerResponse): void {
    response.writeHead(200, {
      "Content-Type": "text/event-stream",
      "Cache-Control": "no-store",
      Connection: "keep-alive",
    });
    response.write("retry: 1000\n\n");
    const streams = this.#streams.get(topic) ?? new Set();
    this.#streams.set(topic, streams.add(response));
    response.on("close", () => {
      streams.delete(response);
      if (streams.size === 0 && this.#streams.get(topic) === streams) this.#streams.delete(topic);
    });
  }

  isWatched(topic: string): boolean {
    return this.#streams.has(topic);
  }

  publish(topic: string, event: string, content: object): void {
    const streams = this.#streams.get(topic);
    if (!streams) return;
    const text = `event: ${event}\ndata: ${JSON.stringify(content)}\n\n`;
    for (const stream of streams) stream.write(text);
  }

  close(): void {
    for (const streams of this.#streams.values()) for (const stream of streams) stream.end();
    this.#streams.clear();
  }
}
