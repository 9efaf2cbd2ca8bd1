import { type Messages, NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { GlobalKeys } from "@/components/keyboard/global-keys";
import { HearEarlyKeys } from "@/components/keyboard/hear-early-keys";
import { Notifications } from "@/components/notifications/notifications";
import { SetUpBar } from "@/components/notifications/set-up-bar";
import { ConnectionBar } from "@/components/shell/connection-bar";
import { WorkspaceProviders } from "@/components/shell/providers";
import { Rail } from "@/components/shell/rail";
import { NewConversation } from "@/components/templates/new-conversation/new-conversation";
import { listDrafts } from "@/lib/drafts";
import { listMembers, readMe } from "@/lib/members";
import { readPreferences } from "@/lib/preferences";
import { readPresent } from "@/lib/realtime";
import { currentActor } from "@/lib/web/current-actor";

type Props = { params: Promise<{ workspace: string }>; children: ReactNode };

export default async function WorkspaceLayout({ params, children }: Props) {
  const { workspace } = await params;
  const actor = await currentActor(workspace);
  const cursor = await readPresent(actor);
  const [me, members, drafts, preferences] = await Promise.all([
    readMe(actor),
    listMembers(actor, { limit: 100 }),
    listDrafts(actor, { limit: 100 }),
    readPreferences(actor),
  ]);
  const { common, inbox, composer, contacts, levels, media, problems, routing, runs, templates, settings } =
    await getMessages();
  const { desk: _ofSettings, waiting: _ofQueues, ...ofInbox } = routing;
  const words = { common, inbox, composer, contacts, levels, media, problems, routing: ofInbox, runs, templates };
  return (
    <NextIntlClientProvider messages={{ ...words, settings: titlesOf(settings) }}>
      <WorkspaceProviders
        key={workspace}
        me={me}
        members={members.nextCursor === null ? members.items : null}
        drafts={drafts.items}
        preferences={preferences}
        cursor={cursor}
      >
        <HearEarlyKeys />
        <div className="relative flex h-dvh flex-col overflow-hidden">
          <ConnectionBar />
          <SetUpBar />
          <div className="group/page flex min-h-0 flex-1 max-md:flex-col">
            <Rail />
            <div className="flex min-h-0 min-w-0 flex-1 flex-col">{children}</div>
          </div>
        </div>
        <GlobalKeys />
        <Notifications />
        <NewConversation />
      </WorkspaceProviders>
    </NextIntlClientProvider>
  );
}

/** The palette names the pages of the settings on every page; the rest of their words comes with them. */
function titlesOf(settings: Messages["settings"]): Record<string, { title: string }> {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([page, words]) =>
      typeof words === "object" && "title" in words && typeof words.title === "string"
        ? [[page, { title: words.title }]]
        : [],
    ),
  );
}
