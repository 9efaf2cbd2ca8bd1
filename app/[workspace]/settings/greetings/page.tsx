import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readAll } from "@/components/api";
import { GreetingsScreen } from "@/components/greetings/greetings-screen";
import { Snapshot } from "@/components/realtime/snapshot";
import { listGreetings } from "@/lib/greetings";
import { readPresent } from "@/lib/realtime";
import { currentActor } from "@/lib/web/current-actor";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.greetings");
  return { title: t("title") };
}

export default async function GreetingsPage({ params }: Props) {
  const actor = await currentActor((await params).workspace);
  const present = await readPresent(actor);
  const greetings = await readAll((cursor) => listGreetings(actor, { cursor, limit: 100 }));
  return (
    <Snapshot cursor={present}>
      <GreetingsScreen greetings={greetings} />
    </Snapshot>
  );
}
