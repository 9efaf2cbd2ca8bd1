import { favourTemplate, unfavourTemplate } from "@/lib/templates";
import { FavourTemplate, UnfavourTemplate } from "@/lib/templates/schemas";
import { route } from "@/lib/web/route";

export const PUT = route(FavourTemplate, favourTemplate);
export const DELETE = route(UnfavourTemplate, unfavourTemplate);
