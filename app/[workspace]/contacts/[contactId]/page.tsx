import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type ContactsParams, readContacts } from "@/app/[workspace]/contacts/read-contacts";
import { ContactsScreen } from "@/components/contacts/contacts-screen";
import { currentActor } from "@/lib/web/current-actor";

type Props = {
  params: Promise<{ workspace: string; contactId: string }>;
  searchParams: Promise<ContactsParams>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contacts");
  return { title: t("title") };
}

export default async function ContactPage({ params, searchParams }: Props) {
  const { workspace, contactId } = await params;
  const actor = await currentActor(workspace);
  return <ContactsScreen snapshot={await readContacts(actor, await searchParams, contactId)} />;
}
