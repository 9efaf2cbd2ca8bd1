import { listReminders, setReminder } from "@/lib/reminders";
import { ListReminders, SetReminder } from "@/lib/reminders/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListReminders, listReminders);
export const POST = route(SetReminder, setReminder);
