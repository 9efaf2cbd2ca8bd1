import { createGreeting, listGreetings } from "@/lib/greetings";
import { CreateGreeting, ListGreetings } from "@/lib/greetings/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListGreetings, listGreetings);
export const POST = route(CreateGreeting, createGreeting);
