import { editPreferences, readPreferences } from "@/lib/preferences";
import { EditPreferences, ReadPreferences } from "@/lib/preferences/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ReadPreferences, readPreferences);
export const PATCH = route(EditPreferences, editPreferences);
