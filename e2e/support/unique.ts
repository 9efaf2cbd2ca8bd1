const consonants = "bdfgklmnprstvz";
const vowels = "aeiou";

/** A word that no other journey uses, nor this one when it is tried once more in the same database. */
export function uniqueWord(): string {
  const pick = (letters: string) => letters[Math.floor(Math.random() * letters.length)] ?? "";
  const word = Array.from({ length: 4 }, () => pick(consonants) + pick(vowels)).join("");
  return word[0]?.toUpperCase() + word.slice(1);
}
