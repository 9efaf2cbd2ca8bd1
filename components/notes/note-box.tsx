"use client";

import { useTranslations } from "next-intl";
import type { ReactNode, Ref } from "react";
import { keepNoteDraft, readNoteDraft } from "./note-drafts";
import { NoteEditor } from "./note-editor";
import { useNoteActions } from "./use-note-actions";

type BoxProps = { conversationId: string; head: ReactNode; onDone: () => void; ref?: Ref<HTMLTextAreaElement> };

/** Stands in the composer's place while a note is written. */
export function NoteBox({ conversationId, head, onDone, ref }: BoxProps) {
  const t = useTranslations("inbox.notes");
  const actions = useNoteActions(conversationId);
  return (
    <div className="mx-4 mt-2 mb-3.5 max-md:mx-2 max-md:mb-2">
      <NoteEditor
        ref={ref}
        conversationId={conversationId}
        initialText={readNoteDraft(conversationId)}
        submitLabel={t("add")}
        head={head}
        onText={(text) => keepNoteDraft(conversationId, text)}
        onCancel={onDone}
        onSubmit={(body, called) => {
          void actions.write(body, called).then((isWritten) => {
            if (!isWritten) keepNoteDraft(conversationId, body);
          });
        }}
      />
    </div>
  );
}
