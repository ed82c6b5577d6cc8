import { useQuery } from '@tanstack/react-query';
import { api, once } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { dayOf, sayDay } from '../ui/dates.ts';
import { ErrorLine } from '../ui/error-line.tsx';
import { Row, RowList } from '../ui/rows.tsx';
import { useChange } from '../ui/use-action.ts';

/** Invitations that wait, and what became of the others. */
export function Invitations() {
  const { say, language } = useWords();
  const { me } = useSession();
  const station = useStation();
  const action = useChange();
  const query = useQuery({
    queryKey: [me.id, 'invitations', station.id],
    queryFn: () => api.access.invitations({ station: station.id }),
  });
  const items = query.data?.items ?? [];
  async function withdraw(id: string): Promise<void> {
    await action.run(() => api.access.withdrawInvitation({ station: station.id, id }, once()));
  }
  if (items.length === 0) return null;
  return (
    <>
      <ErrorLine sentence={action.failure?.sentence} />
      <RowList label={say('invitations.title')}>
        {items.map((one) => (
          <Row
            key={one.id}
            name={one.name}
            beside={<span>{say(`role.${one.role}`)}</span>}
            reason={
              <span className={one.state === 'open' ? 'waiting' : ''}>
                {say(`invitations.${one.state}`, { day: sayDay(dayOf(one.expiresAt), language) })}
              </span>
            }
            action={
              one.state === 'open' ? (
                <Button
                  kind="text"
                  busy={action.busy}
                  aria-label={say('invitations.withdraw-of', { name: one.name })}
                  onClick={() => void withdraw(one.id)}
                >
                  {say('invitations.withdraw')}
                </Button>
              ) : undefined
            }
          />
        ))}
      </RowList>
    </>
  );
}
