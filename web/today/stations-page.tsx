import { useNavigate } from '@tanstack/react-router';
import { useWords } from '../i18n/words.ts';
import { HandedIn, ReturnMonth, useMonthReports } from '../reports/county-months.tsx';
import { MonthChoice } from '../reports/month-choice.tsx';
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
  const { month, setMonth, of, known } = useMonthReports();
  const handedIn = me.stations.filter(({ id }) => of(id) && !of(id)?.reopened).length;
  async function look(id: string): Promise<void> {
    chooseStation(id);
    await navigate({ to: '/settings/station' });
  }
  return (
    <>
      <PageHead
        title={say('stations.title', { count: me.stations.length })}
        context={say(me.stations.length > 0 ? 'stations.context' : 'stations.none-context')}
        above={me.stations.length > 0 ? <MonthChoice month={month} onMonth={setMonth} /> : undefined}
      />
      {me.stations.length === 0 ? (
        <section className="card">
          <EmptyState missing={say('stations.none')} todo={say('stations.none-todo')} />
        </section>
      ) : (
        <RowList label={say('county.handed', { count: handedIn, all: me.stations.length })}>
          {me.stations.map((one) => (
            <Row
              key={one.id}
              name={one.name}
              beside={<span>{one.countyName}</span>}
              reason={known ? <HandedIn handed={of(one.id)} /> : undefined}
              action={
                <Button
                  kind="tinted"
                  aria-label={say('stations.look', { name: one.name })}
                  onClick={() => void look(one.id)}
                >
                  {say('look')}
                </Button>
              }
            >
              <Returning handed={of(one.id)} month={month} station={one} />
            </Row>
          ))}
        </RowList>
      )}
      {me.stations.length > 0 ? <p className="note inset">{say('stations.officer-todo')}</p> : null}
    </>
  );
}

interface ReturningProps {
  handed: ReturnType<ReturnType<typeof useMonthReports>['of']>;
  month: string;
  station: { name: string; roles: readonly string[] };
}

/** Only the county returns a month, and only one that it holds. */
function Returning({ handed, month, station }: ReturningProps) {
  if (!handed || handed.reopened || !station.roles.includes('officer')) return null;
  return <ReturnMonth handed={handed} month={month} name={station.name} />;
}
