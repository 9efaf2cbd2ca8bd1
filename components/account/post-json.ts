import { ProblemError, readProblem } from "@/components/api/problem";

/** Posts a form of somebody who is not signed in. @throws {ProblemError} */
export async function postJson(url: string, body: Record<string, unknown>): Promise<unknown> {
  const response = await reach(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw await readProblem(response);
  return response.json();
}

/** `fetch`, with words for the case that nobody answers. */
export async function reach(url: string, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch {
    throw new ProblemError({
      title: "The server cannot be reached.",
      code: "offline",
      status: 0,
      nextStep: "Check your connection.",
    });
  }
}
