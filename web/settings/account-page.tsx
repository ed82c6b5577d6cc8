import { useState, type FormEvent } from 'react';
import { api, once } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useSession } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { TextField } from '../ui/field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { fieldSentence, useAction } from '../ui/use-action.ts';
import { AccessLog, SignIns } from './sign-ins.tsx';
import { TwoSteps } from './two-steps.tsx';
import './settings.css';

/** My account: password, two-step sign-in, where I am signed in. */
export function AccountPage() {
  const { say } = useWords();
  const { me } = useSession();
  return (
    <>
      <PageHead
        title={say('account.title')}
        context={say('account.context', { name: me.name, username: me.username })}
        back={{ to: '/settings', label: say('nav.settings') }}
      />
      <SignIns />
      <section className="rows-section">
        <h2 className="rows-label">{say('account.change-password')}</h2>
        <div className="card">
          <PasswordForm />
        </div>
      </section>
      <section className="rows-section">
        <h2 className="rows-label">{say('two-step.title')}</h2>
        <div className="card">
          <TwoSteps />
        </div>
      </section>
      <AccessLog />
    </>
  );
}

function PasswordForm() {
  const { say } = useWords();
  const action = useAction();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState(false);
  const short = tried && next.length < 8;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    setDone(false);
    if (next.length < 8) return;
    if (!(await action.run(() => api.access.changePassword({ current, next }, once())))) return;
    setDone(true);
    setTried(false);
    setCurrent('');
    setNext('');
  }
  return (
    <form className="settings-form" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorLine sentence={fieldSentence(action.failure, 'current') ? undefined : action.failure?.sentence} />
      <TextField
        type="password"
        label={say('account.password-now')}
        value={current}
        onText={setCurrent}
        wrong={fieldSentence(action.failure, 'current')}
        autoComplete="current-password"
      />
      <TextField
        type="password"
        label={say('account.password-next')}
        hint={say('account.password-hint')}
        value={next}
        onText={setNext}
        wrong={short ? say('account.wrong-password') : undefined}
        autoComplete="new-password"
      />
      <div className="line">
        <Button type="submit" busy={action.busy} disabled={current === ''}>
          {say('account.password-save')}
        </Button>
        <span role="status">{done ? say('account.password-done') : ''}</span>
      </div>
    </form>
  );
}
