import { useMemo, useSyncExternalStore } from 'react';
import { getPreferences, setPreferences } from '../ui/preferences.ts';
import { fill, type Language, type Params } from './fill.ts';
import { zh } from './zh.ts';

export type Word = keyof typeof zh;
export type Dictionary = Record<Word, string>;
/** Says a word of the dictionary in the language in use. */
export type Say = (word: Word, params?: Params) => string;

let current: { language: Language; dictionary: Dictionary } = { language: 'zh', dictionary: zh };
const listeners = new Set<() => void>();

async function load(language: Language): Promise<Dictionary> {
  return language === 'zh' ? zh : (await import('./en.ts')).en;
}

/** Switches the language and keeps the choice. English is fetched only by those who want it. */
export async function switchLanguage(language: Language): Promise<void> {
  current = { language, dictionary: await load(language) };
  setPreferences({ language });
  for (const listener of listeners) listener();
}

/** Before the first picture: the language chosen last time. Without it (offline, not stored) Chinese serves. */
export async function startLanguage(): Promise<void> {
  const { language } = getPreferences();
  if (language === 'zh') return;
  current = { language, dictionary: await load(language).catch(() => zh) };
}

/** For code outside React (document titles, the outbox). */
export const say: Say = (word, params) => fill(current.dictionary[word], params);
export function languageInUse(): Language {
  return current.language;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useWords(): { say: Say; language: Language } {
  const now = useSyncExternalStore(subscribe, () => current);
  return useMemo(
    () => ({ language: now.language, say: (word: Word, params?: Params) => fill(now.dictionary[word], params) }),
    [now],
  );
}
