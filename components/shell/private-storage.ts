/** What the browser keeps of a member's work for after a crash or a lost line; gone when they sign out. */
export const keptPrefix = "parley.kept.";

export function forgetKept(): void {
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith(keptPrefix)) localStorage.removeItem(name);
  }
}
