import { useWords } from '../i18n/words.ts';
import { Button } from '../ui/button.tsx';
import { Gate } from './gate.tsx';
import { useSessionDoor } from './session.tsx';

/** The program cannot be reached, and nobody was signed in on this device before. */
export function AwayPage() {
  const { say } = useWords();
  const { reload } = useSessionDoor();
  return (
    <Gate title={say('shell.away-title')} context={say('shell.away-todo')}>
      <p>
        <Button kind="filled" onClick={() => void reload()}>
          {say('shell.again')}
        </Button>
      </p>
    </Gate>
  );
}
