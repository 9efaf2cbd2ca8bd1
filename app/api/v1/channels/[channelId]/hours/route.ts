import { setChannelHours } from "@/lib/hours";
import { SetChannelHours } from "@/lib/hours/schemas";
import { route } from "@/lib/web/route";

export const PUT = route(SetChannelHours, setChannelHours);
