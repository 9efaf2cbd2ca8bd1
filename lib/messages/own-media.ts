import type { Actor } from "@/lib/auth";
import { InvalidError } from "@/lib/errors";
import { isUuid } from "@/lib/ids";
import { type UsableUpload, useUpload } from "@/lib/media";
import { type MediaRef, type MessageContent, mediaRefs, withMedia } from "@/lib/whatsapp/types";

/** Media of ours in a content: Meta's own ids are no UUIDs. */
export function uploadIdsOf(content: unknown): string[] {
  return mediaRefs(content).flatMap(({ id }) => (isUuid(id) ? [id] : []));
}

/**
 * Checks the files of ours that a content names, and names each by its upload.
 * @throws {InvalidError} for one that is not there, or cannot be what the content says
 */
export async function withOwnMedia(actor: Actor, content: MessageContent): Promise<MessageContent> {
  const ids = [...new Set(uploadIdsOf(content))];
  if (ids.length === 0) return content;
  const found = new Map(await Promise.all(ids.map(async (id) => [id, await useUpload(actor, id)] as const)));
  return withMedia(content, (medium, kind) => {
    const upload = found.get(medium.id);
    if (!upload) return medium;
    refuseMismatch(kind, medium, upload);
    const isNameless = kind === "document" && !medium.filename && upload.filename !== null;
    return { ...medium, ...(isNameless ? { filename: upload.filename } : {}), id: upload.id };
  });
}

/** Any file may go as a document. */
function refuseMismatch(kind: MediaRef["kind"], medium: Record<string, unknown>, upload: UsableUpload): void {
  if (kind !== upload.kind && kind !== "document") {
    throw new InvalidError(`This file is of the kind ${upload.kind}, not ${kind}.`, {
      code: "media_kind_mismatch",
      nextStep: `Send it with the type ${upload.kind}.`,
    });
  }
  if (medium.voice === true && !upload.isVoice) {
    throw new InvalidError("This file cannot go as a voice note.", {
      code: "not_a_voice_note",
      nextStep: "Send it without voice: a voice note is mono Opus in Ogg of 512 KB at most.",
    });
  }
}
