import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { messagesOf } from "./leaves";

type Source = { words: Set<string>; templates: RegExp[]; asksByVariable: boolean };

const sources = globSync("{app,components}/**/*.{ts,tsx}")
  .filter((path) => !path.includes(".test."))
  .map((path) => readSource(readFileSync(path, "utf8")));

/** Words of the mails and of refusals are chosen by a code that the server gives. */
const byCode = ["mail", "problems"];

it("every message is asked for somewhere: where its namespace is named, so is the rest of its path", () => {
  const unused = [...messagesOf("en").keys()].filter(
    (key) => !byCode.includes(key.split(".")[0] ?? "") && !isUsed(key),
  );
  expect(unused).toEqual([]);
});

function isUsed(key: string): boolean {
  const parts = key.split(".");
  return parts.some((_, at) => {
    const [namespace, rest] = [parts.slice(0, at).join("."), parts.slice(at).join(".")];
    if (namespace === "") return false;
    return sources.some(
      ({ words, templates, asksByVariable }) =>
        (words.has(namespace) || templates.some((each) => each.test(namespace))) &&
        (words.has(rest) || templates.some((each) => each.test(rest)) || (asksByVariable && at === parts.length - 1)),
    );
  });
}

/** What stands in quotes, what is put together in backticks, and whether a translator is called with neither. */
function readSource(text: string): Source {
  const quoted = [...text.matchAll(/"([^"\n]*)"/g)].map(([, word = ""]) => word);
  const composed = [...text.matchAll(/`([^`]*\$\{[^`]*)`/g)].map(([, template = ""]) => template.split(/\$\{[^}]*\}/));
  const translators = [...text.matchAll(/(\w+) = useTranslations\(/g)].map(([, name = ""]) => name);
  return {
    words: new Set(quoted),
    templates: composed
      .filter((fixed) => /[a-z]/i.test(fixed.join("")))
      .map((fixed) => new RegExp(`^${fixed.map(escaped).join(".+")}$`)),
    asksByVariable: translators.some((name) => new RegExp(`\\b${name}(\\.\\w+)?\\([^"\`)]`).test(text)),
  };
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
