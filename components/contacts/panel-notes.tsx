"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useInboxUrl } from "@/components/conversations/use-inbox-url";
import { useActions } from "@/components/keyboard/use-actions";
import { NoteEditor } from "@/components/notes/note-editor";
import { useNoteActions } from "@/components/notes/use-note-actions";
import { keys } from "@/components/queries/keys";
import { useMay } from "@/components/shell/me";
import { IconButton } from "@/components/ui/icon-button";
import type { ConversationSummary } from "@/lib/conversations/types";
import { ContactNotes } from "./contact-notes";
import { PanelSection } from "./panel-section";

/** The contact's notes beside the thread; one that is written here stands in this conversation. */
export function PanelNotes({ conversation }: { conversation: ConversationSummary }) {
  const t = useTranslations("contacts.notes");
  const url = useInboxUrl();
  const mayWrite = useMay("conversations.answer");
  const [isWriting, setWriting] = useState(false);
  useActions({ contactNote: mayWrite ? () => setWriting(true) : "mayNot" });
  const contactId = conversation.contact.id;
  return (
    <PanelSection
      name="notes"
      title={t("title")}
      action={
        mayWrite && (
          <IconButton label={t("add")} aria-expanded={isWriting} onClick={() => setWriting(!isWriting)}>
            <Plus className="size-4" />
          </IconButton>
        )
      }
    >
      {isWriting && <Writing conversation={conversation} onDone={() => setWriting(false)} />}
      <ContactNotes
        contactId={contactId}
        onOpen={({ id, conversationId }) => url.select(conversationId, { kind: "note", id })}
      />
    </PanelSection>
  );
}

function Writing({ conversation, onDone }: { conversation: ConversationSummary; onDone: () => void }) {
  const t = useTranslations("inbox.notes");
  const client = useQueryClient();
  const actions = useNoteActions(conversation.id);
  const [text, setText] = useState("");
  const [refusals, setRefusals] = useState(0);
  return (
    <div className="mb-2">
      <NoteEditor
        key={refusals}
        ref={focus}
        conversationId={conversation.id}
        initialText={text}
        submitLabel={t("add")}
        onCancel={onDone}
        onSubmit={async (body, called) => {
          if (await actions.write(body, called)) {
            onDone();
            await client.invalidateQueries({ queryKey: keys.notesOfContact(conversation.contact.id) });
            return;
          }
          setText(body);
          setRefusals(refusals + 1);
        }}
      />
    </div>
  );
}

function focus(field: HTMLTextAreaElement | null): void {
  field?.focus();
}
