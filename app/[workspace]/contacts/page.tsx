import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ContactsScreen } from "@/components/contacts/contacts-screen";
import { currentActor } from "@/lib/web/current-actor";
import { type ContactsParams, readContacts } from "./read-contacts";

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<ContactsParams> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contacts");
  return { title: t("title") };
}

export default async function ContactsPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const actor = await currentActor(workspace);
  return <ContactsScreen snapshot={await readContacts(actor, await searchParams, null)} />;
}
