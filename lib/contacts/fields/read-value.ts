import type { ContactField } from "@/lib/contacts/field-types";
import { storableText } from "@/lib/text";

const LONGEST_TEXT = 1_000;

type Reading = { ok: true; value: string } | { ok: false; message: string };

/** A value as somebody typed it, in the one form of its kind, so that equal values are stored alike. */
export function readFieldValue({ kind, choices }: Pick<ContactField, "kind" | "choices">, typed: string): Reading {
  const text = storableText(typed).trim();
  if (kind === "number") return readNumber(text);
  if (kind === "date") return isDate(text) ? ok(text) : no("should be a date such as 2026-05-31");
  if (kind === "choice") return choices.includes(text) ? ok(text) : no("is not one of the choices");
  return text.length <= LONGEST_TEXT ? ok(text) : no(`has more than ${LONGEST_TEXT} characters`);
}

/** Kept as digits, since floating point would change an order number of 17 of them. */
function readNumber(text: string): Reading {
  const [, sign = "", whole = "", fraction = ""] = /^([+-]?)(\d{1,20})(?:\.(\d{1,10}))?$/.exec(text) ?? [];
  if (whole === "") return no("should be a number such as 12 or 3.5");
  const plain = [whole.replace(/^0+(?=\d)/, ""), fraction.replace(/0+$/, "")].filter((part) => part !== "").join(".");
  return ok(sign === "-" && plain !== "0" ? `-${plain}` : plain);
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

const ok = (value: string): Reading => ({ ok: true, value });
const no = (message: string): Reading => ({ ok: false, message });
