import { createView, listViews } from "@/lib/views";
import { CreateView, ListViews } from "@/lib/views/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListViews, listViews);
export const POST = route(CreateView, createView);
