import { deleteServiceLevelPolicy, editServiceLevelPolicy } from "@/lib/service-levels";
import { DeleteServiceLevelPolicy, EditServiceLevelPolicy } from "@/lib/service-levels/schemas";
import { route } from "@/lib/web/route";

export const PATCH = route(EditServiceLevelPolicy, editServiceLevelPolicy);
export const DELETE = route(DeleteServiceLevelPolicy, deleteServiceLevelPolicy);
