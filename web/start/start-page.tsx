import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, once } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { AwayPage } from '../shell/away-page.tsx';
import { Gate } from '../shell/gate.tsx';
import { useSessionDoor } from '../shell/session.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { TextField } from '../ui/field.tsx';
import { Redirect } from '../ui/redirect.tsx';
import { useAction } from '../ui/use-action.ts';

/** The first visit of all: a station of one's own, or a look at the made-up county. */
export function StartPage() {
  const { say } = useWords();
  const { session, reload } = useSessionDoor();
  const navigate = useNavigate();
  const opening = useAction();
  const [code, setCode] = useState('');
  if (session.state === 'loading') return null;
  if (session.state === 'away') return <AwayPage />;
  if (session.state === 'in' || session.installation.state === 'ready') return <Redirect to="/" />;

  async function openDemo(): Promise<void> {
    const done = await opening.run(() => api.demo.open({ code: code.trim() }, once({ patient: true })));
    if (!done) return;
    await reload();
    await navigate({ to: '/demo' });
  }
  return (
    <Gate title={say('start.title')} context={say('start.context')}>
      <div>
        <div className="choice">
          <h2>{say('start.mine')}</h2>
          <p className="quiet">{say('start.mine-what')}</p>
          <ButtonLink to="/set-up" kind="filled">
            {say('start.mine-go')}
          </ButtonLink>
        </div>
        <div className="choice">
          <h2>{say('start.demo')}</h2>
          <p className="quiet">{say('start.demo-what')}</p>
          {session.installation.needsSetUpCode ? (
            <TextField
              id="demo-code"
              label={say('set-up.code')}
              hint={say('set-up.code-hint')}
              value={code}
              onText={setCode}
              inputMode="numeric"
              autoComplete="one-time-code"
            />
          ) : null}
          <Button kind="plain" busy={opening.busy} onClick={() => void openDemo()}>
            {say(opening.busy ? 'start.demo-making' : 'start.demo-go')}
          </Button>
          <ErrorLine sentence={opening.failure?.sentence} />
        </div>
      </div>
    </Gate>
  );
}
