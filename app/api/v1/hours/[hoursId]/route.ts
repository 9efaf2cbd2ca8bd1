import { deleteHours, editHours } from "@/lib/hours";
import { DeleteHours, EditHours } from "@/lib/hours/schemas";
import { route } from "@/lib/web/route";

export const PATCH = route(EditHours, editHours);
export const DELETE = route(DeleteHours, deleteHours);
