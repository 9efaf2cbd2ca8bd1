import type { IncomingMessage, ServerResponse } from "node:http";
import { answer, answerJson } from "./answer";

const page = (requestId: string) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="3">
<title>Just a moment</title>
<h1>Just a moment</h1>
<p>The console is starting, or being updated. This page looks again by itself. Messages are received meanwhile.</p>
<p><small>${requestId}</small></p>
</html>
`;

/** For a person a page that says so, for a program a problem. */
export function webIsAway(request: IncomingMessage, response: ServerResponse, requestId: string): void {
  const headers = { "retry-after": "3" };
  if (request.headers.accept?.includes("text/html")) {
    answer(response, 502, page(requestId), { "content-type": "text/html; charset=utf-8", ...headers });
  } else {
    const problem = { title: "The console does not answer just now.", code: "unavailable", id: requestId };
    answerJson(response, 502, { ...problem, nextStep: "Try again in a moment." }, headers);
  }
}
