import { signOut } from "@/lib/web/sign-out";

export const POST = signOut;
