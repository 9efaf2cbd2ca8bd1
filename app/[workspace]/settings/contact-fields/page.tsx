import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readAll } from "@/components/api";
import { FieldsScreen } from "@/components/contact-fields/fields-screen";
import { Snapshot } from "@/components/realtime/snapshot";
import { listContactFields } from "@/lib/contacts";
import { readPresent } from "@/lib/realtime";
import { currentActor } from "@/lib/web/current-actor";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.contact-fields");
  return { title: t("title") };
}

export default async function ContactFieldsPage({ params }: Props) {
  const actor = await currentActor((await params).workspace);
  const present = await readPresent(actor);
  const fields = await readAll((cursor) => listContactFields(actor, { cursor, limit: 100 }));
  return (
    <Snapshot cursor={present}>
      <FieldsScreen fields={fields} />
    </Snapshot>
  );
}
