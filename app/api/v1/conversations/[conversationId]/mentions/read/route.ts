import { readMentions } from "@/lib/notes";
import { ReadMentions } from "@/lib/notes/schemas";
import { route } from "@/lib/web/route";

export const POST = route(ReadMentions, readMentions);
