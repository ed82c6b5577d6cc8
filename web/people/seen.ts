import type { PersonLine } from '../../src/people/schema.ts';

/** What a device kept before the program said how names are said has none of it. */
type Seen = Omit<PersonLine, 'pinyin' | 'initials'> & Partial<Pick<PersonLine, 'pinyin' | 'initials'>>;

/** A shorter word is a part of a name, and would be a part of every village's: 村. */
const SHORTEST_VILLAGE = 2;

function isNamed({ name, pinyin = '', initials = '' }: Seen, typed: string): boolean {
  return name.includes(typed) || pinyin.includes(typed) || initials.includes(typed);
}

/**
 * Of the people seen on this device those whom the program would find by the same words: any part of the name, its
 * pinyin or initials; a village, also beside a name (柳塘 桂珍). People of that name come first.
 */
export function findSeen<P extends Seen>(people: readonly P[], text: string): P[] {
  const words = text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  const isVillage = (word: string) =>
    word.length >= SHORTEST_VILLAGE && people.some((person) => person.villageName.includes(word));
  const villages = words.filter(isVillage);
  const lives = ({ villageName }: P) => villages.some((word) => villageName.includes(word));
  const named = people.filter((person) => isNamed(person, words.join('')));
  if (villages.length === 0) return named;
  const name = words.filter((word) => !villages.includes(word)).join('');
  const there = people.filter((person) => lives(person) && isNamed(person, name));
  return [...new Set([...named, ...there])];
}
