import type { FieldError } from "@/lib/errors";
import { foldWord } from "./fold";
import type { ConsentWords } from "./types";

/** What is wrong with a set of words, by field: each word is looked at as customers' messages are. */
export function faultsIn(languages: readonly ConsentWords[]): FieldError[] {
  const stops = new Set(languages.flatMap(({ stopWords }) => stopWords.map(foldWord)));
  const faults: FieldError[] = languages.flatMap(({ language, stopWords, startWords }, at) => {
    const before = languages.slice(0, at).map((each) => each.language);
    const twice = before.includes(language) ? [{ path: `languages.${at}.language`, message: "is there twice" }] : [];
    const empty = (["stopWords", "startWords"] as const).flatMap((list) =>
      ({ stopWords, startWords })[list]
        .filter((word) => foldWord(word) === "")
        .map((word) => ({ path: `languages.${at}.${list}`, message: `“${word}” has no letter or digit` })),
    );
    const both = startWords
      .filter((word) => foldWord(word) !== "" && stops.has(foldWord(word)))
      .map((word) => ({ path: `languages.${at}.startWords`, message: `“${word}” ends offers as well` }));
    return [...twice, ...empty, ...both];
  });
  if (faults.length > 0 || stops.size > 0) return faults;
  return [{ path: "languages.0.stopWords", message: "should have a word by which customers can end offers" }];
}
