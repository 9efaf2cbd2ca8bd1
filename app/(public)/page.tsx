import { redirect } from "next/navigation";
import { currentUser } from "@/lib/web/current-actor";
import { homeOf } from "@/lib/web/home";

export default async function RootPage() {
  const user = await currentUser();
  redirect(user ? homeOf(user) : "/sign-in");
}
