/** Languages of the console, each by its own name. */
export const languages = [{ tag: "en", name: "English" }] as const;
