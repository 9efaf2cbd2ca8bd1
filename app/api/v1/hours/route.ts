import { createHours, listHours } from "@/lib/hours";
import { CreateHours, ListHours } from "@/lib/hours/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListHours, listHours);
export const POST = route(CreateHours, createHours);
