import type { Both } from '../schema.ts';

/** A part of a study's chain: what it asks in plain words, the study's word, and what to record where nothing feeds it. */
export interface ChainPart {
  key: string;
  row: string;
  words: Both;
  term: Both;
  /** Keys of the parts whose readings it shares. */
  shares?: readonly string[];
  record: Both;
}

export interface Chain {
  title: Both;
  study: { id: string; name: Both; claim: Both };
  parts: readonly ChainPart[];
}
