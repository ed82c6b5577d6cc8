import { useWords } from '../i18n/words.ts';
import { useOnDesk } from './desk-media.ts';

/** What is saved rests on this phone or computer first. */
export function StoredNote() {
  const { say } = useWords();
  return <>{say(useOnDesk() ? 'visit.stored-first-desk' : 'visit.stored-first')}</>;
}
