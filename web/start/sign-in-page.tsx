import { Link, useSearch } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { api, once } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { countUnsent } from '../offline/database.ts';
import { Gate } from '../shell/gate.tsx';
import { useSessionDoor } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { TextField } from '../ui/field.tsx';
import { Redirect } from '../ui/redirect.tsx';
import { useAction } from '../ui/use-action.ts';

/** Signed in: back to where one wanted to go before the sign-in stood in the way; only to pages of ours. */
export function GoBack() {
  const { from } = useSearch({ strict: false }) as { from?: string };
  const inside = from?.startsWith('/') && !from.startsWith('//') ? from : '/';
  return <Redirect to={inside} />;
}

export function SignInPage() {
  const { say } = useWords();
  const { session } = useSessionDoor();
  const [step, setStep] = useState<'password' | 'code'>('password');
  if (session.state === 'in') return <GoBack />;
  return step === 'password' ? (
    <Gate title={say('sign-in.title')}>
      <Unsent />
      <PasswordForm onCode={() => setStep('code')} />
      {session.state === 'out' && session.installation.demo ? <Link to="/demo">{say('sign-in.demo')}</Link> : null}
    </Gate>
  ) : (
    <Gate title={say('sign-in.code-title')} context={say('sign-in.code-context')}>
      <CodeForm />
    </Gate>
  );
}

/** What was recorded here and could not be sent before the sign-in ran out is not lost, and this says so. */
function Unsent() {
  const { say } = useWords();
  const [count, setCount] = useState(0);
  useEffect(() => void countUnsent().then(setCount), []);
  return count > 0 ? <p className="waiting">{say('sign-in.unsent', { count })}</p> : null;
}

function PasswordForm({ onCode }: { onCode: () => void }) {
  const { say } = useWords();
  const { reload } = useSessionDoor();
  const action = useAction();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    let needsCode = false;
    const done = await action.run(async () => {
      ({ needsCode } = await api.access.signIn({ login, password }, once()));
    });
    if (!done) return;
    if (needsCode) return onCode();
    await reload();
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <ErrorLine sentence={action.failure?.sentence} />
      <TextField
        id="login"
        label={say('sign-in.login')}
        value={login}
        onText={setLogin}
        autoComplete="username"
        autoCapitalize="none"
        autoFocus
      />
      <TextField
        id="password"
        type="password"
        label={say('sign-in.password')}
        value={password}
        onText={setPassword}
        autoComplete="current-password"
      />
      <Button
        kind="filled"
        type="submit"
        className="save"
        busy={action.busy}
        disabled={login.trim() === '' || password === ''}
      >
        {say('sign-in.go')}
      </Button>
      <p className="note">{say('sign-in.forgotten')}</p>
    </form>
  );
}

/** A backup code as it was given out: two groups of five, also when it was typed without the hyphen. */
function asGiven(code: string): string {
  return code.replace(/[\s-]/g, '').replace(/^(.{5})(.{5})$/, '$1-$2');
}

function CodeForm() {
  const { say } = useWords();
  const { reload } = useSessionDoor();
  const action = useAction();
  const [kind, setKind] = useState<'phone' | 'backup'>('phone');
  const [code, setCode] = useState('');
  const given = kind === 'phone' ? code.trim() : asGiven(code);
  const whole = kind === 'phone' ? /^[0-9]{6}$/ : /^[0-9A-Za-z]{5}-[0-9A-Za-z]{5}$/;
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!(await action.run(() => api.access.verifyCode({ code: given }, once())))) return;
    await reload();
  }
  function change(): void {
    setKind(kind === 'phone' ? 'backup' : 'phone');
    setCode('');
  }
  const shared = { value: code, onText: setCode, autoFocus: true };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <ErrorLine sentence={action.failure?.sentence} />
      {kind === 'phone' ? (
        <TextField
          {...shared}
          key="code"
          id="code"
          label={say('sign-in.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
        />
      ) : (
        <TextField
          {...shared}
          key="backup-code"
          id="backup-code"
          label={say('sign-in.backup-code')}
          hint={say('sign-in.backup-code-hint')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={14}
        />
      )}
      <Button kind="filled" type="submit" className="save" busy={action.busy} disabled={!whole.test(given)}>
        {say('sign-in.go')}
      </Button>
      <Button kind="text" onClick={change}>
        {say(kind === 'phone' ? 'sign-in.no-phone' : 'sign-in.by-phone')}
      </Button>
    </form>
  );
}
