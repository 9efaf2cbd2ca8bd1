import type { Language } from "@/lib/languages";
import { fold } from "./fold";
import type { SearchOperator } from "./types";

/** What is written before a colon, in each language of the console; the English ones are understood in all of them. */
export const operatorNames: Record<Language, Record<SearchOperator, string>> = {
  en: { from: "from", has: "has", before: "before", after: "after", label: "label", in: "in", assignee: "assignee" },
  es: { from: "de", has: "tiene", before: "antes", after: "desde", label: "etiqueta", in: "en", assignee: "asignado" },
  pt: { from: "de", has: "tem", before: "antes", after: "desde", label: "etiqueta", in: "em", assignee: "responsável" },
  ar: { from: "من", has: "فيه", before: "قبل", after: "بعد", label: "وسم", in: "في", assignee: "المسؤول" },
};

const operators = new Map(
  Object.values(operatorNames).flatMap((names) =>
    Object.entries(names).map(([operator, name]) => [fold(name), operator as SearchOperator]),
  ),
);

export function operatorOf(written: string): SearchOperator | undefined {
  return operators.get(fold(written));
}

const people = { me: "yo eu أنا", us: "nosotros nós نحن", customer: "cliente العميل", nobody: "nadie ninguém لا-أحد" };
const days = { today: "hoy hoje اليوم", yesterday: "ayer ontem أمس" };

/** The English word that is meant, then the others for it. */
const valueNames: Partial<Record<SearchOperator, Record<string, string>>> = {
  from: people,
  assignee: people,
  before: days,
  after: days,
  has: {
    image: "imagen imágenes imagem imagens foto fotos صورة صور",
    video: "vídeo vídeos فيديو",
    audio: "áudio áudios صوت",
    file: "archivo archivos arquivo arquivos documento documentos ملف ملفات",
    sticker: "figurinha figurinhas ملصق",
    location: "ubicación localização موقع",
    contact: "contacto contactos contato contatos جهة-اتصال",
    template: "plantilla plantillas modelo modelos قالب",
    order: "pedido pedidos طلب",
    link: "enlace enlaces رابط روابط",
  },
  in: {
    notes: "notas ملاحظات",
    messages: "mensajes mensagens رسائل",
    contacts: "contactos contatos جهات-الاتصال",
    open: "abierta abiertas aberta abertas مفتوحة",
    resolved: "resuelta resueltas resolvida resolvidas محلولة",
    snoozed: "pospuesta pospuestas adiada adiadas مؤجلة",
  },
};

const values = new Map(
  Object.entries(valueNames).map(([operator, names]) => [
    operator,
    new Map(
      Object.entries(names).flatMap(([meant, others]) =>
        others.split(" ").map((other) => [fold(other.replaceAll("-", " ")), meant] as const),
      ),
    ),
  ]),
);

/** The word that an operator knows, for one in another language; anything else, such as a name, is as it was. */
export function meantBy(operator: SearchOperator, value: string): string {
  return values.get(operator)?.get(fold(value)) ?? value;
}
