import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { GlobalKeys } from "@/components/keyboard/global-keys";
import { ConnectionBar } from "@/components/shell/connection-bar";
import { WorkspaceProviders } from "@/components/shell/providers";
import { Rail } from "@/components/shell/rail";
import { listMembers, readMe } from "@/lib/members";
import { currentActor } from "@/lib/web/current-actor";

type Props = { params: Promise<{ workspace: string }>; children: ReactNode };

export default async function WorkspaceLayout({ params, children }: Props) {
  const { workspace } = await params;
  const actor = await currentActor(workspace);
  const [me, members] = await Promise.all([readMe(actor), listMembers(actor, { limit: 100 })]);
  const { common, inbox } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ common, inbox }}>
      <WorkspaceProviders key={workspace} me={me} members={members.nextCursor === null ? members.items : null}>
        <div className="flex h-dvh flex-col overflow-hidden">
          <ConnectionBar />
          <div className="group/page flex min-h-0 flex-1 max-md:flex-col">
            <Rail />
            <div className="flex min-h-0 min-w-0 flex-1 flex-col">{children}</div>
          </div>
        </div>
        <GlobalKeys />
      </WorkspaceProviders>
    </NextIntlClientProvider>
  );
}
