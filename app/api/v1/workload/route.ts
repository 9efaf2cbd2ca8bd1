import { editWorkload, readWorkload } from "@/lib/routing";
import { EditWorkload, ReadWorkload } from "@/lib/routing/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ReadWorkload, readWorkload);
export const PATCH = route(EditWorkload, editWorkload);
