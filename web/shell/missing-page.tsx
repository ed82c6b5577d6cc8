import { useWords } from '../i18n/words.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Gate } from './gate.tsx';

export function MissingPage() {
  const { say } = useWords();
  return (
    <Gate title={say('shell.missing')} context={say('shell.missing-todo')}>
      <p>
        <ButtonLink to="/" kind="filled">
          {say('nav.today')}
        </ButtonLink>
      </p>
    </Gate>
  );
}
