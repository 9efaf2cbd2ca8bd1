import { createSkill, listSkills } from "@/lib/routing";
import { CreateSkill, ListSkills } from "@/lib/routing/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListSkills, listSkills);
export const POST = route(CreateSkill, createSkill);
