import { useState } from 'react';
import { api, once } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { useChange } from '../ui/use-action.ts';

/** Takes a merge back, after a question. */
export function UndoMerge({ merge }: { merge: string }) {
  const { say } = useWords();
  const station = useStation();
  const action = useChange();
  const [asking, setAsking] = useState(false);

  async function undo(): Promise<void> {
    await action.run(() => api.people.undoMerge({ station: station.id, id: merge }, once()));
  }
  return (
    <>
      <Button kind="text" busy={action.busy} onClick={() => setAsking(true)}>
        {say('merge.undo')}
      </Button>
      <ErrorLine sentence={action.failure?.sentence} />
      {asking ? (
        <Confirm
          question={say('merge.undo-question')}
          yes={say('merge.undo')}
          onYes={() => void undo()}
          onNo={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
