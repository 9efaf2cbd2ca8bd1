"use client";

import { usePathname, useRouter } from "next/navigation";
import { useMe } from "@/components/shell/me";

/** Goes to a place of the workspace, such as `inbox?view=all`; inside the inbox without asking the server for a page. */
export function useGo(): (place: string) => void {
  const router = useRouter();
  const home = `/${useMe().workspace.slug}`;
  const isInInbox = usePathname().startsWith(`${home}/inbox`);
  return (place) => {
    const href = `${home}/${place}`;
    if (isInInbox && place.startsWith("inbox")) window.history.pushState(null, "", href);
    else router.push(href);
  };
}
