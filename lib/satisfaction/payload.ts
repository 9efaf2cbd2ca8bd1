import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from "node:crypto";
import { isUuid } from "@/lib/ids";
import { derivedKey } from "@/lib/vault";

const PREFIX = "survey";
const MAC_BYTES = 8;

/** What stands behind a button and comes back with its tap; the code keeps others from making up scores. */
export function payloadOf(surveyId: string, score: number): string {
  return `${PREFIX}.${surveyId}.${score}.${macOf(surveyId, score).toString("hex")}`;
}

/** Null for what is not ours. */
export function readPayload(payload: string): { surveyId: string; score: number } | null {
  const [prefix, surveyId, number, mac, ...rest] = payload.split(".");
  if (prefix !== PREFIX || !isUuid(surveyId) || !/^[1-5]$/.test(number ?? "") || rest.length > 0) return null;
  const score = Number(number);
  const given = Buffer.from(mac ?? "", "hex");
  return given.length === MAC_BYTES && timingSafeEqual(given, macOf(surveyId, score)) ? { surveyId, score } : null;
}

let key: KeyObject | undefined;

function macOf(surveyId: string, score: number): Buffer {
  key ??= createSecretKey(derivedKey("survey"));
  return createHmac("sha256", key).update(`${surveyId}.${score}`).digest().subarray(0, MAC_BYTES);
}
