import { useWords } from '../i18n/words.ts';
import type { SectionWrong } from './sections.ts';
import type { Part } from './two-people.ts';

export interface SectionProps {
  part: Part;
  onChange: (part: Part) => void;
  wrongs: SectionWrong[];
}

/** What is wrong with one control, in words. */
export function useWrong(wrongs: SectionWrong[]): (field: string) => string | undefined {
  const { say } = useWords();
  return (field) => {
    const found = wrongs.find((one) => one.field === field);
    return found && say(found.word);
  };
}
