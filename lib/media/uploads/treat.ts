import { checkFilm } from "./check-film";
import { fitPicture } from "./fit-picture";
import { type FileRefusal, isRefusal, type Judgement } from "./judge";
import { makeSticker } from "./make-sticker";
import { checkOgg, makeVoice } from "./make-voice";
import { refusalError } from "./refusals";
import type { Treated } from "./treated";

type Treatment = Judgement["treatment"];
type Treat = (bytes: Buffer, type: string) => Treated | FileRefusal | Promise<Treated | FileRefusal>;

const treatments: Record<Exclude<Treatment, "none">, Treat> = {
  fitPicture,
  makeSticker,
  makeVoice,
  checkOgg,
  checkFilm,
};

/** Looks into a file and makes of it what WhatsApp takes. @throws {InvalidError} with the reason why that cannot be */
export async function treat(bytes: Buffer, type: string, treatment: Treatment): Promise<Treated> {
  if (treatment === "none") throw new Error("A file that needs no treatment is stored as it comes.");
  const outcome = await treatments[treatment](bytes, type);
  if ("code" in outcome) throw refusalError(outcome);
  return outcome;
}

/** @throws {InvalidError} when it was refused */
export function accepted(outcome: Judgement | FileRefusal): Judgement {
  if (isRefusal(outcome)) throw refusalError(outcome);
  return outcome;
}
