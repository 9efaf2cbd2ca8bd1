import { serveCalls } from "./assistant";
import { bare } from "./bare";
import { load } from "./load";
import { sockets } from "./sockets";

const assistants = { bare, load, sockets };

/** What this process becomes when it was started as an assistant. */
export function become(name: string | undefined): void {
  const verbs = assistants[name as keyof typeof assistants];
  if (!verbs) throw new Error(`There is no assistant "${name}".`);
  serveCalls(verbs);
}
