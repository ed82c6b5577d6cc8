import type { Failure } from '../api/failure.ts';
import { useWords } from '../i18n/words.ts';

/** While an answer is on its way, quietly; or why it did not come. */
export function Waiting({ failure }: { failure: Failure | null }) {
  const { say } = useWords();
  return (
    <p className="quiet waiting-line" role={failure ? 'alert' : 'status'}>
      {failure ? failure.sentence : say('shell.loading')}
    </p>
  );
}
