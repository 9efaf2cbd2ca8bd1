import { deleteGreeting, editGreeting } from "@/lib/greetings";
import { DeleteGreeting, EditGreeting } from "@/lib/greetings/schemas";
import { route } from "@/lib/web/route";

export const PATCH = route(EditGreeting, editGreeting);
export const DELETE = route(DeleteGreeting, deleteGreeting);
