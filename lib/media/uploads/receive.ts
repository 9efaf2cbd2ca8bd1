import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { uploads } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { newId } from "@/lib/ids";
import { consume } from "@/lib/limits";
import { bareType, typeOfFile } from "@/lib/media/file-type";
import { harmlessName } from "@/lib/media/harmless-name";
import { removeFiles } from "@/lib/media/remove-files";
import type { Upload, UploadInput } from "@/lib/media/schemas";
import { newStorageKey } from "@/lib/media/storage";
import { type StoredFile, storeMedia } from "@/lib/media/store-media";
import { inTurn } from "./in-turn";
import { allOf, openIncoming } from "./incoming";
import { type Candidate, type Judgement, judgeFile, mostTreatedBytes, mostUploadBytes, typeByName } from "./judge";
import { refusalError } from "./refusals";
import { accepted, treat } from "./treat";
import type { Treated } from "./treated";

type Place = { tenantId: string; mediaId: string; storageKey: string };
type Received = Omit<Treated, "bytes"> & { file: StoredFile };

export type ReceiveInput = z.output<typeof UploadInput> & {
  /** What its sender says it is; believed only where the bytes say nothing. */
  declaredType: string | null;
  /** Null where the length was not announced. */
  announcedBytes: number | null;
  body: AsyncIterable<Uint8Array>;
};

/**
 * Takes in a file to be sent: looked at while it comes, made to fit where that can be done, and stored sealed. One that no
 * message carries goes after a day.
 *
 * @throws {InvalidError} with reason, code and advice, for what WhatsApp does not take
 */
export async function receiveUpload(actor: Actor, input: ReceiveInput): Promise<z.output<typeof Upload>> {
  authorize(actor, "conversations.answer");
  const sizeBytes = input.announcedBytes ?? 0;
  if (sizeBytes > mostUploadBytes) {
    throw refusalError({ code: "file_too_large", details: { sizeBytes, mostBytes: mostUploadBytes } });
  }
  await consume("upload", actor.tenantId, actor.id);
  const { tenantId } = actor;
  const filename = harmlessName(input.filename ?? "") || null;
  const place = { tenantId, mediaId: newId(), storageKey: newStorageKey(tenantId) };
  const { mediaId: id, storageKey } = place;
  await withTenant(actor, (tx) => tx.insert(uploads).values({ tenantId, id, uploadedBy: actor.id, storageKey }));
  try {
    const { file, change, ...sent } = await takeIn(place, { ...input, filename });
    const { sha256, keySealed } = file;
    const row = { ...sent, sha256, keySealed, sizeBytes: file.sizeBytes, filename, state: "stored" as const };
    await withTenant(actor, (tx) => tx.update(uploads).set(row).where(isUpload(place)));
    return { id, ...sent, sizeBytes: file.sizeBytes, filename, change };
  } catch (error) {
    await removeFiles([storageKey]);
    await withTenant(actor, (tx) => tx.delete(uploads).where(isUpload(place)));
    throw error;
  }
}

function isUpload({ tenantId, mediaId }: Place) {
  return and(eq(uploads.tenantId, tenantId), eq(uploads.id, mediaId));
}

async function takeIn(place: Place, input: ReceiveInput & { filename: string | null }): Promise<Received> {
  const declaredType = declaredTypeOf(input);
  const { head, body } = await openIncoming(input.body);
  const type = await typeOfFile(() => once(head), declaredType);
  const candidate = { type, filename: input.filename, as: input.as, sizeBytes: input.announcedBytes ?? head.length };
  if (head.length === 0 || !undecided.has(type)) {
    const early = accepted(judgeFile(candidate));
    if (early.treatment !== "none") return inTurn(() => takeInTreated(place, body, candidate, early));
  }
  const file = await storeMedia({ ...place, declaredType }, body);
  const judged = accepted(judgeFile({ ...candidate, type: file.type, sizeBytes: file.sizeBytes }));
  if (judged.treatment !== "none") throw refusalError({ code: "file_damaged" });
  return { kind: judged.kind, type: judged.type, isVoice: false, change: null, file };
}

/** Known for what they are only when they are here whole. */
const undecided = new Set(["application/octet-stream", "application/zip", "text/plain", "text/csv"]);

async function takeInTreated(
  place: Place,
  body: AsyncIterable<Uint8Array>,
  candidate: Candidate,
  { type, treatment }: Judgement,
): Promise<Received> {
  const whole = await allOf(body, mostTreatedBytes);
  accepted(judgeFile({ ...candidate, sizeBytes: whole.length }));
  const { bytes, ...treated } = await treat(whole, type, treatment);
  return { ...treated, file: await storeMedia({ ...place, declaredType: treated.type }, bytes) };
}

/** Programs that know no type say bytes: then the name speaks for what has no signature. */
function declaredTypeOf({ declaredType, filename }: { declaredType: string | null; filename: string | null }) {
  const declared = bareType(declaredType ?? "");
  return declared === "" || declared === "application/octet-stream" ? typeByName(filename) : declared;
}

async function* once(bytes: Buffer) {
  yield bytes;
}
