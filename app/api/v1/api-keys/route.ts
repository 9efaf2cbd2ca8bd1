import { createApiKey, listApiKeys } from "@/lib/auth";
import { CreateApiKey, ListApiKeys } from "@/lib/auth/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListApiKeys, listApiKeys);
export const POST = route(CreateApiKey, createApiKey);
