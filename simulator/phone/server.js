const to = () => new URLSearchParams(location.search).get("to");

function address(path) {
  const chosen = to();
  return chosen ? `/phone/${path}?to=${encodeURIComponent(chosen)}` : `/phone/${path}`;
}

export async function loadState() {
  const answer = await fetch(address("state"));
  if (!answer.ok) throw new Error(`The simulator answered ${answer.status}.`);
  return answer.json();
}

export async function postMessage(customer, message) {
  return post("messages", { customer, message });
}

/** Tells that the chat is on screen: what has come is read. */
export async function postLook(customer) {
  return post("looks", { customer });
}

/** Listens until the page goes; the browser connects again by itself. */
export function listen({ onEntry, onTyping, onOpen, onLost }) {
  const stream = new EventSource(address("events"));
  stream.addEventListener("entry", (event) => onEntry(JSON.parse(event.data)));
  stream.addEventListener("typing", (event) => onTyping(JSON.parse(event.data)));
  stream.addEventListener("open", onOpen);
  stream.addEventListener("error", onLost);
}

async function post(path, body) {
  const answer = await fetch(address(path), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const answered = await answer.json();
  if (!answer.ok) throw new Error(answered.error ?? `The simulator answered ${answer.status}.`);
  return answered;
}
