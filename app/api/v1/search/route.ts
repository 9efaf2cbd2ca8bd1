import { searchWorkspace } from "@/lib/search";
import { Search } from "@/lib/search/schemas";
import { route } from "@/lib/web/route";

export const GET = route(Search, searchWorkspace);
