import { removeReminder } from "@/lib/reminders";
import { RemoveReminder } from "@/lib/reminders/schemas";
import { route } from "@/lib/web/route";

export const DELETE = route(RemoveReminder, removeReminder);
