import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useWords } from '../i18n/words.ts';
import { HandedIn, monthHandedIn, useMonthReports } from '../reports/county-months.tsx';
import { partsOf } from '../reports/months.ts';
import { overseenBy, useSession, useSessionDoor } from '../shell/session.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Row, RowList } from '../ui/rows.tsx';

/** Its words come with the analysis pages. */
const Questions = lazy(async () => ({ default: (await import('../lenses/questions.tsx')).Questions }));

/** For whoever sees stations but no personal files: county officers, managers, evaluators, cadres; and keepers. */
export function StationsPage() {
  const { say } = useWords();
  const { me, may } = useSession();
  const count = me.stations.length;
  const whole = overseenBy(me);
  if (count === 0) return <NoStation />;
  return (
    <>
      <PageHead
        title={whole ? say('stations.title-all', { place: whole.name, count }) : say('stations.title', { count })}
        context={say('stations.context')}
      />
      <Stations />
      {may('station.see') ? (
        <Suspense fallback={null}>
          <Questions label />
        </Suspense>
      ) : null}
    </>
  );
}

function NoStation() {
  const { say } = useWords();
  return (
    <>
      <PageHead title={say('stations.title', { count: 0 })} context={say('stations.none-context')} />
      <section className="card">
        <EmptyState missing={say('stations.none')} todo={say('stations.none-todo')} />
      </section>
    </>
  );
}

/** Each station with how it stands with the month that is due now. */
function Stations() {
  const { say } = useWords();
  const { me, may } = useSession();
  const { chooseStation } = useSessionDoor();
  const navigate = useNavigate();
  const month = monthHandedIn();
  const { of, known, handedIn, failure } = useMonthReports(month);
  const counties = new Set(me.stations.map(({ county }) => county)).size;
  async function look(id: string): Promise<void> {
    chooseStation(id);
    await navigate({ to: '/settings/station' });
  }
  return (
    <>
      <ErrorLine sentence={failure?.sentence} />
      <RowList
        label={
          known
            ? say('county.month-handed', { ...partsOf(month), count: handedIn, all: me.stations.length })
            : undefined
        }
      >
        {me.stations.map((one) => (
          <Row
            key={one.id}
            name={one.name}
            beside={counties > 1 ? <span>{one.countyName}</span> : undefined}
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
          />
        ))}
      </RowList>
      {may('station.see') ? (
        <p className="inset">
          <ButtonLink to="/reports">{say('county.other-months')}</ButtonLink>
        </p>
      ) : null}
    </>
  );
}
