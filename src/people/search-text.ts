import { pinyin } from 'pinyin-pro';

/** How a name is found: its pinyin without tones or spaces, its initials, and the pieces that the index holds. */
export interface NameKeys {
  pinyin: string;
  initials: string;
  grams: string[];
}

const syllables = new Map<string, string[]>();

/** Syllables of a Chinese name; a surname is read as a surname (单 shàn, not dān). Names repeat, so answers are kept. */
function syllablesOf(name: string): string[] {
  const known = syllables.get(name);
  if (known) return known;
  const read = pinyin(name, { toneType: 'none', type: 'array', mode: 'surname', nonZh: 'consecutive', v: true });
  const plain = read.map((part) => part.toLowerCase().replace(/[^a-z0-9]/g, '')).filter(Boolean);
  if (syllables.size > 50_000) syllables.clear();
  syllables.set(name, plain);
  return plain;
}

function pairsOf(text: string): string[] {
  const letters = [...text];
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}

function piecesOf(initials: string): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < initials.length; from++) {
    for (let to = from + 1; to <= Math.min(initials.length, from + 4); to++) pieces.push(initials.slice(from, to));
  }
  return pieces;
}

/** The keys under which a name is kept. */
export function nameKeys(name: string): NameKeys {
  const parts = syllablesOf(name);
  const whole = parts.join('');
  const initials = parts.map((part) => part[0]).join('');
  const grams = [
    ...name,
    ...pairsOf(name),
    ...pairsOf(whole).map((pair) => `p${pair}`),
    ...piecesOf(initials).map((piece) => `i${piece}`),
  ];
  return { pinyin: whole, initials, grams: [...new Set(grams)] };
}

export interface SearchKeys {
  /** Pieces a match must hold. */
  pieces: string[];
  /** LIKE pattern on name and pinyin that makes the match exact. */
  pattern: string;
  /** Pieces that alone make a match: the initials. */
  initials: string[];
}

/** No name has this piece: the branch for initials finds nothing. */
const NO_INITIALS = ['-'];

/** What to look for when someone types any part of a name, its pinyin, or its initials. */
export function searchKeys(text: string): SearchKeys {
  const typed = text.toLowerCase().replace(/\s+/g, '');
  const pattern = `%${typed.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  if (!/^[a-z0-9]+$/.test(typed)) {
    const pairs = pairsOf(typed);
    const pieces = pairs.length > 0 ? pairs : [...typed];
    return { pieces, pattern, initials: NO_INITIALS };
  }
  const pieces = pairsOf(typed).map((pair) => `p${pair}`);
  return { pieces: pieces.length > 0 ? pieces : [`i${typed}`], pattern, initials: [`i${typed.slice(0, 4)}`] };
}

/** What somebody typed to find a person: the end of a number, or words (parts of a name, a village). */
export type Typed = { number: string } | { words: string[] };

/** Four signs or more of a telephone or ID number, spaces and strokes inside allowed; anything else is words. */
export function readTyped(text: string): Typed {
  const plain = text.normalize('NFKC').trim();
  const compact = plain.replace(/[\s-]/g, '').toUpperCase();
  if (/^(\d{4,}|\d{3}X|\d{17}X)$/.test(compact)) return { number: compact };
  return { words: plain.split(/\s+/).filter(Boolean) };
}
