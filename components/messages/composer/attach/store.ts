import { ProblemError, type Uploaded } from "@/components/api";
import { newId } from "@/lib/ids";
import { type FileRefusal, isRefusal, judgeFile, refusalCodes, type UploadAs } from "@/lib/media/types";
import type { Message } from "@/lib/messages/types";
import type { Attachment } from "./attachment";

export const MOST_FILES = 30;
const UPLOADS_AT_ONCE = 3;

type Options = {
  typeOf: (file: File) => Promise<string>;
  upload: (
    file: File,
    options: { as: UploadAs | null; onProgress: (done: number) => void; signal: AbortSignal },
  ) => Promise<Uploaded>;
  preview: (file: File) => string;
  forget: (previewUrl: string) => void;
};

/** Hands an uploaded file over as a message. */
export type SendAttachment = (attachment: Attachment, upload: Uploaded) => void;

/**
 * Files that were chosen, by conversation: looked at, uploaded at once, and handed over in their order once they are sent.
 * They outlive a change of the conversation, not the page.
 */
export function createAttachStore({ typeOf, upload, preview, forget }: Options) {
  let all: readonly Attachment[] = [];
  const listeners = new Set<() => void>();
  const underWay = new Map<string, AbortController>();
  const handOver = new Map<string, SendAttachment>();

  function publish(next: readonly Attachment[]) {
    all = next;
    for (const listener of listeners) listener();
  }

  function change(id: string, changes: Partial<Attachment>) {
    publish(all.map((each) => (each.id === id ? { ...each, ...changes } : each)));
  }

  function drop(ids: string[], keepPreviews = false) {
    for (const each of all) {
      if (!ids.includes(each.id)) continue;
      underWay.get(each.id)?.abort();
      if (each.previewUrl && !keepPreviews) forget(each.previewUrl);
    }
    publish(all.filter((each) => !ids.includes(each.id)));
  }

  async function look(id: string) {
    const { file, as } = all.find((each) => each.id === id) ?? {};
    if (!file || as === undefined) return;
    const type = await typeOf(file).catch(() => "application/octet-stream");
    const judged = judgeFile({ type, sizeBytes: file.size, filename: file.name, as });
    if (isRefusal(judged)) return change(id, { state: "refused", refusal: judged });
    const isSeen = judged.kind === "image" || judged.kind === "video" || judged.kind === "sticker";
    const known = all.find((each) => each.id === id);
    if (!known) return;
    const previewUrl = known.previewUrl ?? (isSeen ? preview(file) : null);
    change(id, { state: "uploading", kind: judged.kind, previewUrl });
    work();
  }

  function work() {
    const waiting = all.filter(({ id, state }) => state === "uploading" && !underWay.has(id));
    for (const { id, file, as } of waiting.slice(0, Math.max(0, UPLOADS_AT_ONCE - underWay.size))) {
      void bring(id, file, as);
    }
  }

  async function bring(id: string, file: File, as: UploadAs | null) {
    const controller = new AbortController();
    underWay.set(id, controller);
    try {
      const onProgress = (done: number) => change(id, { done });
      const uploaded = await upload(file, { as, onProgress, signal: controller.signal });
      if (!controller.signal.aborted) change(id, { state: "uploaded", done: 1, kind: uploaded.kind, upload: uploaded });
    } catch (error) {
      if (!controller.signal.aborted) change(id, outcomeOf(asProblem(error)));
    } finally {
      if (underWay.get(id) === controller) underWay.delete(id);
      work();
      leave();
    }
  }

  function retry(id: string) {
    change(id, again);
    void look(id);
  }

  /** In each conversation those in front go first, however quick the others were. */
  function leave() {
    for (const [conversationId, send] of handOver) {
      for (;;) {
        const first = all.find((each) => each.conversationId === conversationId && each.leaving);
        if (first?.state !== "uploaded" || !first.upload) break;
        drop([first.id], true);
        send(first, first.upload);
      }
    }
  }

  return {
    all: () => all,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Answers how many there was no room for. */
    add(conversationId: string, files: readonly File[], as: UploadAs | null = null): { ids: string[]; left: number } {
      const present = all.filter((each) => each.conversationId === conversationId).length;
      const taken = files.slice(0, Math.max(0, MOST_FILES - present));
      const added = taken.map((file) => ({ ...fresh, id: newId(), conversationId, file, as }));
      publish([...all, ...added]);
      for (const { id } of added) void look(id);
      return { ids: added.map(({ id }) => id), left: files.length - taken.length };
    },
    write(id: string, caption: string) {
      change(id, { caption });
    },
    /** As something else: it is looked at and brought anew. */
    turn(id: string, as: UploadAs | null) {
      underWay.get(id)?.abort();
      underWay.delete(id);
      change(id, { ...again, as });
      void look(id);
    },
    retry,
    /** The line is back: what broke off with it is brought at once. */
    wake() {
      for (const { id, state, problem } of all) if (state === "failed" && problem?.isPassing) retry(id);
    },
    remove(id: string) {
      drop([id]);
      leave();
    },
    /** Sends all that can be sent of a conversation, or just these; the first of them answers what is quoted. */
    send(conversationId: string, send: SendAttachment, quoted: Message["quoted"], ids?: readonly string[]) {
      let answers = quoted;
      handOver.set(conversationId, send);
      publish(
        all.map((each) => {
          const isMeant = each.conversationId === conversationId && (ids ? ids.includes(each.id) : true);
          if (!isMeant || each.leaving || each.state === "refused") return each;
          const leaving = { quoted: answers };
          answers = null;
          return { ...each, leaving };
        }),
      );
      leave();
    },
  };
}

const again = { state: "looking", done: 0, refusal: null, problem: null, upload: null } as const;
const fresh = { ...again, kind: null, caption: "", previewUrl: null, leaving: null } as const;

/** A file that the server refuses is out of the way of those behind it; a line that broke is waited for. */
function outcomeOf(problem: ProblemError): Partial<Attachment> {
  const code = refusalCodes.find((each) => each === problem.code);
  if (!code) return { state: "failed", problem };
  const details = problem.details as NonNullable<FileRefusal["details"]>;
  return { state: "refused", refusal: { code, details }, leaving: null };
}

function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  return new ProblemError({ title: "The upload broke off.", code: "client_error", status: -1 });
}
