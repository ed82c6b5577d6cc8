export type Language = 'zh' | 'en';
export type Params = Readonly<Record<string, string | number>>;

/**
 * A sentence of the dictionary with its parameters filled in. `one|many` chooses by {count}.
 * A number never breaks from its unit: the space between them becomes one that does not break.
 */
export function fill(text: string, params: Params = {}): string {
  const [one = text, many = one] = text.split('|');
  const chosen = params.count === 1 ? one : many;
  return chosen
    .replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
    .replace(/(\d) (?=[\p{Script=Han}A-Za-z%])/gu, '$1\u00a0');
}
