"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useMe } from "@/components/shell/me";
import { isUuid } from "@/lib/ids";
import { type ContactFilter, contactQueryOf, readContactFilter } from "./filter";

export const contactTabs = ["about", "conversations", "media", "timeline"] as const;
export type ContactTab = (typeof contactTabs)[number];

/** Which contact is looked at, in which list, as the URL says; moving about asks the server for no page. */
export function useContactsUrl() {
  const home = `/${useMe().workspace.slug}/contacts`;
  const params = useSearchParams();
  const filter = readContactFilter(params);
  const last = usePathname().split("/")[3];
  const selectedId = isUuid(last) ? last : null;
  const tab = contactTabs.find((each) => each === params.get("tab")) ?? "about";
  const hrefOf = (contactId: string | null, shown: ContactFilter = filter) =>
    `${home}${contactId ? `/${contactId}` : ""}${contactQueryOf(shown)}`;
  return {
    filter,
    selectedId,
    tab,
    hrefOf,
    select: (contactId: string | null) => window.history.pushState(null, "", hrefOf(contactId)),
    // Typing is no step to go back through. Who is selected is read where it stands now: a click may have come between.
    show: (shown: ContactFilter) => {
      const { pathname, search } = window.location;
      if (!pathname.startsWith(home)) return;
      const open = new URLSearchParams(search).get("tab");
      window.history.replaceState(null, "", withTab(`${pathname}${contactQueryOf(shown)}`, open));
    },
    open: (shown: ContactTab) => {
      window.history.replaceState(null, "", withTab(hrefOf(selectedId), shown === "about" ? null : shown));
    },
  };
}

function withTab(href: string, tab: string | null): string {
  return tab === null ? href : `${href}${href.includes("?") ? "&" : "?"}tab=${tab}`;
}

export type ContactsUrl = ReturnType<typeof useContactsUrl>;
