"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { conversationQuery } from "@/components/conversations/queries";
import { useGo } from "@/components/keyboard/use-go";
import { usePreferences } from "@/components/preferences/use-preferences";
import { useMe } from "@/components/shell/me";
import type { Notice } from "@/lib/notifications/types";
import { amongTabs, claimNotice } from "./claim";
import { showOnDesktop } from "./show";
import { playSound } from "./sounds";
import { onNotices } from "./told";

/** The tab in which it is looked at comes first, and keeps quiet. */
const OTHERS_WAIT_MS = 200;

/** Tells of what concerns the member: on the desktop, by ear, and to a reader of screens; once, however many tabs are open. */
export function Notifier() {
  const t = useTranslations("common.notices");
  const me = useMe();
  const client = useQueryClient();
  const { notices: choices } = usePreferences();
  const go = useGo();
  const [said, setSaid] = useState("");

  const tell = async (notice: Notice) => {
    const isLookedAt = looksAt(notice.conversationId);
    if (!isLookedAt) await new Promise((resolve) => setTimeout(resolve, OTHERS_WAIT_MS));
    if (!(await claimNotice(notice, me.id, amongTabs())) || isLookedAt) return;
    const { desktop, sound } = choices[notice.kind];
    const { conversationId } = notice;
    const name = conversationId ? await nameOf(conversationId) : "";
    const title = t(notice.cause, { name });
    if (sound) playSound(notice.kind);
    // The thread that is open reads its own messages aloud.
    if (!isOpenHere(conversationId)) setSaid(title);
    if (!desktop) return;
    const place = conversationId ? `inbox/${conversationId}?view=all` : "settings/channels";
    const path = `/${me.workspace.slug}/${place}`;
    const tag = `${notice.kind}:${conversationId}`;
    await showOnDesktop({ title, body: me.workspace.name, tag, path }, () => go(place));
  };
  const nameOf = async (conversationId: string) => {
    try {
      return (await client.fetchQuery(conversationQuery(conversationId))).contact.name;
    } catch {
      return t("somebody");
    }
  };

  const present = useRef(tell);
  useEffect(() => {
    present.current = tell;
  });
  useEffect(() => onNotices((notices) => notices.forEach((notice) => void present.current(notice))), []);
  useEffect(() => {
    // A click on what the service worker has shown, while this page was open.
    const open = ({ data }: MessageEvent) => {
      const home = `/${me.workspace.slug}/`;
      if (typeof data?.path === "string" && data.path.startsWith(home)) go(data.path.slice(home.length));
    };
    navigator.serviceWorker?.addEventListener("message", open);
    return () => navigator.serviceWorker?.removeEventListener("message", open);
  });
  return (
    <div aria-live="polite" className="sr-only">
      {said}
    </div>
  );
}

function looksAt(conversationId: string | null): boolean {
  return isOpenHere(conversationId) && document.visibilityState === "visible" && document.hasFocus();
}

function isOpenHere(conversationId: string | null): boolean {
  return conversationId !== null && location.pathname.endsWith(`/inbox/${conversationId}`);
}
