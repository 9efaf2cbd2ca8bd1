import { setAvailability } from "@/lib/availability";
import { SetAvailability } from "@/lib/availability/schemas";
import { route } from "@/lib/web/route";

export const PUT = route(SetAvailability, setAvailability);
