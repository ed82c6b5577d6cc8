import { type FormEvent, useState } from 'react';
import { api, once } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useSession, useSessionDoor } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { TextField } from '../ui/field.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import { fieldSentence, useAction } from '../ui/use-action.ts';
import { BackupCodes } from './backup-codes.tsx';

/** What the phone keeps, and what stands in for the phone: both are told once only. */
interface Secret {
  uri: string;
  backupCodes: string[];
}

/** Two-step sign-in: a code from the phone after the password. */
export function TwoSteps() {
  const { me } = useSession();
  const [secret, setSecret] = useState<Secret>();
  const [on, setOn] = useState(false);
  const leave = () => {
    setSecret(undefined);
    setOn(false);
  };
  if (secret && on) return <BackupCodes codes={secret.backupCodes} onDone={leave} />;
  if (secret) return <ConfirmForm uri={secret.uri} onDone={() => setOn(true)} onCancel={leave} />;
  return me.twoFactor ? <PasswordStep stop /> : <PasswordStep onSecret={setSecret} />;
}

interface PasswordStepProps {
  stop?: boolean;
  onSecret?: (secret: Secret) => void;
}

function PasswordStep({ stop = false, onSecret }: PasswordStepProps) {
  const { say } = useWords();
  const { reload } = useSessionDoor();
  const action = useAction();
  const [password, setPassword] = useState('');
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    await action.run(async () => {
      if (!stop) return onSecret?.(await api.access.startTwoFactor({ password }, once()));
      await api.access.stopTwoFactor({ password }, once());
      await reload();
    });
    setPassword('');
  }
  const wrong = fieldSentence(action.failure, 'password');
  return (
    <form className="settings-form" noValidate onSubmit={(event) => void submit(event)}>
      <p>{say(stop ? 'two-step.is-on' : 'two-step.what')}</p>
      <ErrorLine sentence={wrong ? undefined : action.failure?.sentence} />
      <TextField
        type="password"
        label={say('account.password-now')}
        value={password}
        onText={setPassword}
        wrong={wrong}
        autoComplete="current-password"
      />
      <div>
        <Button type="submit" busy={action.busy} disabled={password === ''}>
          {say(stop ? 'two-step.stop' : 'two-step.start')}
        </Button>
      </div>
    </form>
  );
}

interface ConfirmFormProps {
  uri: string;
  onDone: () => void;
  onCancel: () => void;
}

function ConfirmForm({ uri, onDone, onCancel }: ConfirmFormProps) {
  const { say } = useWords();
  const { reload } = useSessionDoor();
  const action = useAction();
  const [code, setCode] = useState('');
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!(await action.run(() => api.access.confirmTwoFactor({ code }, once())))) return;
    onDone();
    await reload();
  }
  const wrong = fieldSentence(action.failure, 'code');
  return (
    <form className="settings-form" noValidate onSubmit={(event) => void submit(event)}>
      <p>{say('two-step.scan')}</p>
      <QrCode text={uri} label={say('two-step.code-label')} />
      <p className="note">{say('two-step.by-hand', { secret })}</p>
      <ErrorLine sentence={wrong ? undefined : action.failure?.sentence} />
      <TextField
        label={say('sign-in.code')}
        value={code}
        onText={setCode}
        wrong={wrong}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
      />
      <div className="line">
        <Button kind="filled" type="submit" busy={action.busy} disabled={!/^[0-9]{6}$/.test(code)}>
          {say('two-step.confirm')}
        </Button>
        <Button kind="text" onClick={onCancel}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}
