import { editChannel } from "@/lib/channels";
import { EditChannel } from "@/lib/channels/schemas";
import { route } from "@/lib/web/route";

export const PATCH = route(EditChannel, editChannel);
