import type { Candidate, ImportRow } from '../../src/reports/import/schema.ts';
import { useWords, type Word } from '../i18n/words.ts';

/** Somebody told apart from namesakes: village, group, age, sex. */
export function useCandidateWords(): (who: Candidate) => string {
  const { say } = useWords();
  return ({ village, villageGroup, age, sex, phoneTail }) => {
    const parts = [
      [village, villageGroup].filter(Boolean).join(' '),
      age === null ? '' : say('import.age', { age }),
      sex === 'unknown' ? '' : say(`sex.${sex}`),
    ].filter(Boolean);
    if (parts.length < 2 && phoneTail) parts.push(say('import.phone-tail', { tail: phoneTail }));
    return parts.join(' ');
  };
}

/** Why a row waits, as a sentence. */
export function useWhy(): (row: ImportRow) => string {
  const { say } = useWords();
  const words = useCandidateWords();
  return (row) => {
    const reason = row.reasons[0] ?? 'unknown-person';
    const who = row.candidates.map(words).join(say('list.comma'));
    return say(`import.why.${reason}` as Word, { name: row.name, day: row.day, village: row.village, who });
  };
}
