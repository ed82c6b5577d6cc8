import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, once } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useWords } from '../i18n/words.ts';
import { Gate } from '../shell/gate.tsx';
import { useSessionDoor } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { Row } from '../ui/rows.tsx';
import { useAction } from '../ui/use-action.ts';
import { Waiting } from '../ui/waiting.tsx';
import { GoBack } from './sign-in-page.tsx';

/** The made-up county: choose who you are today. */
export function DemoPage() {
  const { say } = useWords();
  const { session, reload } = useSessionDoor();
  const entering = useAction();
  const accounts = useQuery({ queryKey: ['demo-accounts'], queryFn: () => api.access.demoAccounts({}) });
  if (session.state === 'in') return <GoBack />;

  async function enter(account: string): Promise<void> {
    if (await entering.run(() => api.access.enterDemo({ account }, once()))) await reload();
  }
  return (
    <Gate title={say('demo.title')} context={say('demo.context')}>
      <ErrorLine sentence={entering.failure?.sentence} />
      {accounts.data ? (
        <ul>
          {accounts.data.items.map((account) => (
            <Row
              key={account.id + account.role}
              name={account.name}
              beside={<span>{say(`role.${account.role}`)}</span>}
              reason={<span>{account.station}</span>}
              action={
                <Button
                  kind="tinted"
                  busy={entering.busy}
                  aria-label={say('demo.enter-as', { name: account.name })}
                  onClick={() => void enter(account.id)}
                >
                  {say('demo.enter')}
                </Button>
              }
            />
          ))}
        </ul>
      ) : (
        <Waiting failure={accounts.error ? failureOf(accounts.error) : null} />
      )}
      <Link to="/sign-in">{say('demo.password')}</Link>
    </Gate>
  );
}
