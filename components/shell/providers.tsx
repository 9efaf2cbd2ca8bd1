"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { DraftsProvider } from "@/components/drafts/provider";
import type { Member } from "@/components/members/members-screen";
import { membersQuery } from "@/components/members/queries";
import { OutgoingProvider } from "@/components/messages/outgoing/provider";
import { ApplyLook } from "@/components/preferences/apply-look";
import { preferencesQuery } from "@/components/preferences/queries";
import { createQueryClient } from "@/components/queries/client";
import { RealtimeProvider } from "@/components/realtime/provider";
import { Toaster } from "@/components/ui/toasts/toaster";
import type { Draft } from "@/lib/drafts/types";
import type { Preferences } from "@/lib/preferences/types";
import { type Me, MeProvider } from "./me";
import { wakeUp } from "./plain-click";
import { RememberProfile } from "./remember-profile";

type ProvidersProps = {
  me: Me;
  /** Everybody, where they fit into one page. */
  members: Member[] | null;
  drafts: Draft[];
  preferences: Preferences;
  /** The moment of the event log before which all this was read. */
  cursor: string;
  children: ReactNode;
};

/** What every page of a workspace stands on. */
export function WorkspaceProviders({ me, members, drafts, preferences, cursor, children }: ProvidersProps) {
  const t = useTranslations("common.actions");
  const [client] = useState(() => {
    const created = createQueryClient(goToSignIn);
    created.setQueryData(preferencesQuery.queryKey, preferences);
    if (members) created.setQueryData(membersQuery.queryKey, members);
    return created;
  });
  useEffect(wakeUp, []);
  return (
    <MeProvider me={me}>
      <QueryClientProvider client={client}>
        <RealtimeProvider workspace={me.workspace.slug} memberId={me.id} cursor={cursor} onSignedOut={goToSignIn}>
          <OutgoingProvider>
            <DraftsProvider initial={drafts}>
              <RememberProfile profile={me.profile} />
              <ApplyLook />
              {children}
              <Toaster dismissLabel={t("dismiss")} undoLabel={t("undo")} />
            </DraftsProvider>
          </OutgoingProvider>
        </RealtimeProvider>
      </QueryClientProvider>
    </MeProvider>
  );
}

function goToSignIn() {
  location.assign(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`);
}
