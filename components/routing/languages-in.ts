/** `es, pt-BR` as a list of languages; what is between commas or spaces is one. */
export function languagesIn(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter(Boolean))];
}
