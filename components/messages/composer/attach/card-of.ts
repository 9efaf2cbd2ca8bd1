import type { Contact } from "@/lib/contacts/types";
import type { ContactCard } from "@/lib/whatsapp/types";

/** A card written by hand, as its fields have it. */
export type CardFields = { first: string; last: string; phone: string; email: string; company: string };

export const emptyFields: CardFields = { first: "", last: "", phone: "", email: "", company: "" };

/** A contact as a card: who, and the number that WhatsApp knows them by. Meta wants a part of the name beside the whole. */
export function cardOfContact({ name, phone }: Pick<Contact, "name" | "phone">): ContactCard {
  const digits = phone?.replace(/\D/g, "");
  const [first = name, ...rest] = name.split(" ");
  const last = rest.join(" ");
  return {
    name: { formatted_name: name, first_name: first, ...(last === "" ? {} : { last_name: last }) },
    ...(phone && digits ? { phones: [{ phone: `+${digits}`, wa_id: digits, type: "CELL" }] } : {}),
  };
}

/** The first thing that is missing or wrong, by its field; null when the card can go. */
export function wrongIn({ first, phone }: CardFields): "first" | "phone" | null {
  if (first.trim() === "") return "first";
  return /^\+\d{7,15}$/.test(phone.replace(/[\s().-]/g, "")) ? null : "phone";
}

export function cardOfFields({ first, last, phone, email, company }: CardFields): ContactCard {
  const [firstName, lastName] = [first.trim(), last.trim()];
  return {
    name: {
      formatted_name: [firstName, lastName].filter(Boolean).join(" "),
      first_name: firstName,
      ...(lastName === "" ? {} : { last_name: lastName }),
    },
    phones: [{ phone: phone.trim(), type: "CELL" }],
    ...(email.trim() === "" ? {} : { emails: [{ email: email.trim(), type: "WORK" }] }),
    ...(company.trim() === "" ? {} : { org: { company: company.trim() } }),
  };
}
