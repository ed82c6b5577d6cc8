import { useQuery } from '@tanstack/react-query';
import { api, once } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useWords } from '../i18n/words.ts';
import { useSession } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { sayMoment } from '../ui/dates.ts';
import { ErrorLine } from '../ui/error-line.tsx';
import { More, usePages } from '../ui/pages.tsx';
import { Row, RowList } from '../ui/rows.tsx';
import { useChange } from '../ui/use-action.ts';
import { deviceOf } from './device.ts';
import { Waiting } from '../ui/waiting.tsx';

/** Where I am signed in, and how to end it elsewhere: a lost phone. */
export function SignIns() {
  const { say, language } = useWords();
  const { me } = useSession();
  const ending = useChange();
  const query = useQuery({ queryKey: [me.id, 'sign-ins'], queryFn: () => api.access.signIns({}) });
  async function end(id: string): Promise<void> {
    await ending.run(() => api.access.endSignIn({ id }, once()));
  }
  if (!query.data) return <Waiting failure={query.error ? failureOf(query.error) : null} />;
  return (
    <>
      <RowList label={say('sign-ins.title')}>
        {query.data.items.map((line) => (
          <Row
            key={line.id}
            name={say(`device.${deviceOf(line.device)}`)}
            beside={line.current ? <span>{say('sign-ins.current')}</span> : undefined}
            reason={
              <>
                <span>{sayMoment(line.at, language)}</span>
                <span>{line.address}</span>
              </>
            }
            action={
              line.current ? undefined : (
                <Button busy={ending.busy} onClick={() => void end(line.id)}>
                  {say('sign-ins.end')}
                </Button>
              )
            }
          />
        ))}
      </RowList>
      <ErrorLine sentence={ending.failure?.sentence} />
    </>
  );
}

const KNOWN_WHAT = ['sign-in', 'sign-out', 'two-factor', 'backup', 'password'] as const;
const KNOWN_OUTCOME = ['done', 'wrong-password', 'code-asked', 'wrong-code', 'refused'] as const;

/** Sign-ins and refusals of my account, the latest first. */
export function AccessLog() {
  const { say, language } = useWords();
  const { me } = useSession();
  const { query, items: lines } = usePages([me.id, 'access-log'], (from) =>
    api.access.accessLog({ limit: 10, ...from }),
  );
  const known = <T extends string>(list: readonly T[], word: string) => list.find((one) => one === word);
  if (lines.length === 0) return null;
  return (
    <>
      <RowList label={say('access-log.title')}>
        {lines.map((line) => {
          const what = known(KNOWN_WHAT, line.what);
          const outcome = known(KNOWN_OUTCOME, line.outcome);
          return (
            <Row
              key={line.id}
              name={what ? say(`access-log.${what}`) : line.what}
              beside={
                <span className={line.outcome === 'done' ? '' : 'waiting'}>
                  {outcome ? say(`access-log.${outcome}`) : line.outcome}
                </span>
              }
              reason={
                <>
                  <span>{sayMoment(line.at, language)}</span>
                  <span>{say(`device.${deviceOf(line.device)}`)}</span>
                  <span>{line.address}</span>
                </>
              }
            />
          );
        })}
      </RowList>
      <More query={query}>{say('access-log.more')}</More>
    </>
  );
}
