import { EditMe, ReadMe } from "@/lib/auth/schemas";
import { editMe, readMe } from "@/lib/members";
import { route } from "@/lib/web/route";

export const GET = route(ReadMe, readMe);
export const PATCH = route(EditMe, editMe);
