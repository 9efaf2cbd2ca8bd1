import type { Template } from "@/lib/templates/types";

/** One template in its languages. */
export type Family = { key: string; name: string; templates: Template[] };

/** By name; favourites come first, and last what cannot be sent in any language. */
export function familiesOf(templates: readonly Template[]): Family[] {
  const families = new Map<string, Family>();
  for (const template of templates) {
    const key = `${template.wabaId} ${template.name}`;
    const family = families.get(key) ?? { key, name: template.name, templates: [] };
    family.templates.push(template);
    families.set(key, family);
  }
  return [...families.values()].sort((one, other) => rankOf(one) - rankOf(other));
}

function rankOf({ templates }: Family): number {
  if (templates.every(({ refusal }) => refusal !== null)) return 2;
  return templates.some(({ isFavourite }) => isFavourite) ? 0 : 1;
}

/** In the first of these languages that there is, else in the first that can be sent. `en` stands for en_US too, and the other way round. */
export function templateIn({ templates }: Family, languages: readonly (string | null)[]): Template | undefined {
  const sendable = templates.filter(({ refusal }) => refusal === null);
  const among = sendable.length > 0 ? sendable : templates;
  for (const language of languages) {
    const wanted = language?.replace("-", "_").toLowerCase();
    const found =
      among.find((each) => each.language.toLowerCase() === wanted) ??
      among.find((each) => wanted !== undefined && baseOf(each.language) === baseOf(wanted));
    if (found) return found;
  }
  return among[0];
}

function baseOf(language: string): string {
  return language.split("_")[0]?.toLowerCase() ?? "";
}
