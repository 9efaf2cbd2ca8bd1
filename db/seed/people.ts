import { arabic } from "./dialogues/arabic";
import { english } from "./dialogues/english";
import { spanish } from "./dialogues/spanish";
import type { Dialogue } from "./dialogues/turn";

export type Community = {
  language: string;
  /** Country code, then digits that fill it up to a number's length. */
  prefix: string;
  digits: number;
  country: string;
  firstNames: string[];
  lastNames: string[];
  dialogues: Dialogue[];
};

/** Who writes to the demo's shop: three languages, one of them right to left. */
export const communities: Community[] = [
  {
    language: "en",
    prefix: "1650555",
    digits: 4,
    country: "US",
    firstNames: [
      "Sheena",
      "Priya",
      "Chidi",
      "Tomasz",
      "Grace",
      "Owen",
      "Maya",
      "Callum",
      "Ruth",
      "Daniel",
      "Aisling",
      "Noah",
      "Freya",
      "Kwame",
      "Ivy",
    ],
    lastNames: [
      "Nelson",
      "Iyer",
      "Balogun",
      "Kowalski",
      "Hart",
      "Fletcher",
      "Lindqvist",
      "Osei",
      "Brennan",
      "Whitlock",
      "Pace",
      "Adeyemi",
    ],
    dialogues: english,
  },
  {
    language: "es",
    prefix: "346005",
    digits: 5,
    country: "ES",
    firstNames: ["Marta", "Javier", "Lucía", "Andrés", "Carmen", "Pablo", "Nuria", "Hugo", "Inés", "Raúl"],
    lastNames: ["Ruiz", "Ortega", "Vidal", "Campos", "Navarro", "Peña", "Serrano", "Molina"],
    dialogues: spanish,
  },
  {
    language: "ar",
    prefix: "97150",
    digits: 7,
    country: "AE",
    firstNames: ["أحمد", "ليلى", "يوسف", "مريم", "خالد", "نور", "سارة", "عمر"],
    lastNames: ["الخطيب", "حداد", "منصور", "النجار", "سليمان", "قاسم"],
    dialogues: arabic,
  },
];

export type SeedMember = {
  key: string;
  name: string;
  role: "owner" | "admin" | "manager" | "agent";
  visibility: "department" | "all";
  departments: string[];
};

export const demoDepartments = ["Sales", "Support", "Billing"];

export const demoMembers: SeedMember[] = [
  { key: "owner", name: "Olivia Marsh", role: "owner", visibility: "all", departments: [] },
  { key: "admin", name: "Adam Novak", role: "admin", visibility: "all", departments: [] },
  { key: "manager", name: "Mara Silva", role: "manager", visibility: "all", departments: [] },
  { key: "lena", name: "Lena Maurer", role: "agent", visibility: "department", departments: ["Support", "Billing"] },
  { key: "amara", name: "Amara Okafor", role: "agent", visibility: "department", departments: ["Support"] },
  { key: "diego", name: "Diego Torres", role: "agent", visibility: "department", departments: ["Sales"] },
];

export const otherMembers: SeedMember[] = [
  { key: "owner", name: "Petra Lund", role: "owner", visibility: "all", departments: [] },
  { key: "agent", name: "Samir Aziz", role: "agent", visibility: "department", departments: ["Front desk"] },
];
