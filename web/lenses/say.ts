import type { Both } from '../../src/lenses/schema.ts';
import { fill, type Language, type Params } from '../i18n/fill.ts';
import { en } from './words/en.ts';
import { type LensWord, zh } from './words/zh.ts';

/** The words of the lens pages: they come with these pages and not with the first load. */
export const lensWords = { zh, en };

export type LensSay = (word: LensWord, params?: Params) => string;

export interface LensWords {
  say: LensSay;
  /** What the engine says in both languages. */
  both: (words: Both) => string;
  language: Language;
}

export function lensWordsIn(language: Language): LensWords {
  return {
    language,
    say: (word, params) => fill(lensWords[language][word], params),
    both: (words) => words[language],
  };
}

/** A word of a closed set that may have grown: what is unknown is said in general. */
export function wordOr(word: string, otherwise: LensWord): LensWord {
  return word in zh ? (word as LensWord) : otherwise;
}
