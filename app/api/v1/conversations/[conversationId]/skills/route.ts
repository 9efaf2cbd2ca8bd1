import { readConversationSkills, setConversationSkills } from "@/lib/routing";
import { ReadConversationSkills, SetConversationSkills } from "@/lib/routing/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ReadConversationSkills, readConversationSkills);
export const PUT = route(SetConversationSkills, setConversationSkills);
