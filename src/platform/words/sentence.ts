import { en } from './en.ts';
import { type Reason, zh } from './zh.ts';

export type Language = 'zh' | 'en';

/** The sentence for a reason in a language, with its parameters filled in. */
export function sentence(language: Language, reason: Reason, params: Record<string, string | number> = {}): string {
  const text = (language === 'zh' ? zh : en)[reason];
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

/** zh or en from an Accept-Language header or a LANG value; Chinese unless English is clearly preferred. */
export function languageOf(text: string | null | undefined): Language {
  return /^\s*en/i.test(text ?? '') ? 'en' : 'zh';
}
