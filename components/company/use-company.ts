"use client";

import { useEffect, useSyncExternalStore } from "react";
import { useCompanyLine } from "@/components/realtime/provider";
import { useMe } from "@/components/shell/me";
import type { Companion } from "./store";

/** More often than the server forgets. */
const SAY_AGAIN_MS = 15_000;

const none: readonly Companion[] = [];

/** Says where the member looks and whether they type, for as long as they do; answers who else is there. */
export function useCompany(
  conversationId: string,
  { isLookedAt, isTyping }: { isLookedAt: boolean; isTyping: boolean },
) {
  const { look, store } = useCompanyLine();
  const me = useMe();
  useEffect(() => {
    if (!isLookedAt) return;
    const say = () => look(conversationId, isTyping);
    say();
    const timer = setInterval(say, SAY_AGAIN_MS);
    return () => clearInterval(timer);
  }, [look, conversationId, isLookedAt, isTyping]);
  useEffect(() => {
    if (isLookedAt) return () => look(null, false);
    return undefined;
  }, [look, isLookedAt]);
  const companions = useSyncExternalStore(
    store.subscribe,
    () => store.of(conversationId),
    () => none,
  );
  return companions.filter(({ memberId }) => memberId !== me.id);
}
