"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { call } from "@/components/api";
import { useMe } from "@/components/shell/me";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { showToast } from "@/components/ui/toasts/store";
import { newId } from "@/lib/ids";
import type { DeleteNote, EditNote, RestoreNote, WriteNote } from "@/lib/notes/schemas";
import type { Note } from "@/lib/notes/types";
import type { Called } from "./mentions";
import { dropNote, placeNote } from "./place";

/** Writing, changing and deleting notes. Each shows at once; what was refused is as it was, and says why. */
export function useNoteActions(conversationId: string) {
  const t = useTranslations("inbox.notes");
  const client = useQueryClient();
  const me = useMe();
  const onProblem = useProblemToast();

  return {
    /** Answers false when it was refused: the words are the writer's again. */
    async write(body: string, called: Called[]): Promise<boolean> {
      const clientId = newId();
      const author = { kind: "member" as const, id: me.id, name: me.name };
      const at = new Date().toISOString();
      const shown: Note = {
        id: clientId,
        conversationId,
        author,
        body,
        mentions: called,
        clientId,
        at,
        editedAt: null,
      };
      placeNote(client, shown);
      try {
        const mentionIds = called.map(({ id }) => id);
        const route = "POST /conversations/:conversationId/notes" as const;
        placeNote(client, await call<typeof WriteNote>(route, { conversationId, clientId, body, mentionIds }));
        return true;
      } catch (error) {
        dropNote(client, shown);
        onProblem(error);
        return false;
      }
    },
    async edit(note: Note, body: string, called: Called[]): Promise<boolean> {
      placeNote(client, { ...note, body, mentions: called });
      try {
        const route = "PATCH /conversations/:conversationId/notes/:noteId" as const;
        const input = { conversationId, noteId: note.id, body, mentionIds: called.map(({ id }) => id) };
        placeNote(client, await call<typeof EditNote>(route, input));
        return true;
      } catch (error) {
        placeNote(client, note);
        onProblem(error);
        return false;
      }
    },
    async remove(note: Note): Promise<void> {
      const place = { conversationId, noteId: note.id };
      const restore = () =>
        call<typeof RestoreNote>("POST /conversations/:conversationId/notes/:noteId/restore", place).then(
          (restored) => placeNote(client, restored),
          onProblem,
        );
      dropNote(client, note);
      try {
        await call<typeof DeleteNote>("DELETE /conversations/:conversationId/notes/:noteId", place);
        showToast({ tone: "plain", text: t("deleted"), undo: restore });
      } catch (error) {
        placeNote(client, note);
        onProblem(error);
      }
    },
  };
}
