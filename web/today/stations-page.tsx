import { useNavigate } from '@tanstack/react-router';
import { useWords } from '../i18n/words.ts';
import { useSession, useSessionDoor } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Row, RowList } from '../ui/rows.tsx';

/** For whoever sees stations but no personal files: county officers, managers, evaluators, cadres; and keepers. */
export function StationsPage() {
  const { say } = useWords();
  const { me } = useSession();
  const { chooseStation } = useSessionDoor();
  const navigate = useNavigate();
  async function look(id: string): Promise<void> {
    chooseStation(id);
    await navigate({ to: '/settings/station' });
  }
  return (
    <>
      <PageHead
        title={say('stations.title', { count: me.stations.length })}
        context={say(me.stations.length > 0 ? 'stations.context' : 'stations.none-context')}
      />
      {me.stations.length === 0 ? (
        <section className="card">
          <EmptyState missing={say('stations.none')} todo={say('stations.none-todo')} />
        </section>
      ) : (
        <RowList>
          {me.stations.map((one) => (
            <Row
              key={one.id}
              name={one.name}
              beside={<span>{one.countyName}</span>}
              action={
                <Button
                  kind="tinted"
                  aria-label={say('stations.look', { name: one.name })}
                  onClick={() => void look(one.id)}
                >
                  {say('look')}
                </Button>
              }
            />
          ))}
        </RowList>
      )}
      {me.stations.length > 0 ? <p className="note inset">{say('stations.officer-todo')}</p> : null}
    </>
  );
}
