"use client";

import { PanelLabels } from "@/components/labels/panel-labels";
import { PanelReminders } from "@/components/reminders/panel-reminders";
import { PanelSkills } from "@/components/routing/panel-skills";
import { PanelSurveys } from "@/components/satisfaction/panel-surveys";
import type { Contact } from "@/lib/contacts/types";
import type { ConversationSummary } from "@/lib/conversations/types";
import { Before } from "./before";
import { BlockedNotice } from "./blocked-notice";
import { Consents } from "./consents";
import { Details } from "./details";
import { EraseSection } from "./erase-section";
import { Fields } from "./fields";
import { FoldingContext } from "./folded";
import { Identities } from "./identities";
import { PanelMedia } from "./panel-media";
import { PanelNotes } from "./panel-notes";
import { PanelTimeline } from "./panel-timeline";

type SectionsProps = { contact: Contact; conversation: ConversationSummary };

/** What is known of the contact, fetched once the thread is drawn. */
export default function PanelSections({ contact, conversation }: SectionsProps) {
  return (
    <FoldingContext value={true}>
      <BlockedNotice contact={contact} className="px-4 pt-3" />
      <Details contact={contact} />
      <Fields contact={contact} />
      <Identities identities={contact.identities} />
      <Consents contact={contact} />
      <PanelLabels conversation={conversation} />
      <PanelSkills conversationId={conversation.id} />
      <PanelNotes conversation={conversation} />
      <PanelReminders conversationId={conversation.id} />
      <PanelSurveys contactId={contact.id} />
      <PanelMedia contactId={contact.id} conversation={conversation} />
      <PanelTimeline contactId={contact.id} />
      <Before contactId={contact.id} presentId={conversation.id} />
      <EraseSection contact={contact} />
    </FoldingContext>
  );
}
