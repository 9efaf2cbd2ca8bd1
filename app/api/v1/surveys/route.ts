import { listSurveys } from "@/lib/satisfaction";
import { ListSurveys } from "@/lib/satisfaction/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListSurveys, listSurveys);
