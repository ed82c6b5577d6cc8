import { useQueryClient } from '@tanstack/react-query';
import type { Failure } from '../api/failure.ts';
import { useWords } from '../i18n/words.ts';
import { Button } from './button.tsx';

/** While an answer is on its way, quietly; or why it did not come, and a way to ask again. */
export function Waiting({ failure }: { failure: Failure | null }) {
  const { say } = useWords();
  const client = useQueryClient();
  if (!failure)
    return (
      <p className="quiet waiting-line" role="status">
        {say('shell.loading')}
      </p>
    );
  return (
    <div className="waiting-line">
      <p className="quiet" role="alert">
        {failure.sentence}
      </p>
      <p>
        <Button onClick={() => void client.refetchQueries({ type: 'active' })}>{say('shell.again')}</Button>
      </p>
    </div>
  );
}
