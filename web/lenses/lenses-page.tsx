import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { sayDay } from '../ui/dates.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Row, RowList } from '../ui/rows.tsx';
import { Questions } from './questions.tsx';
import { useWalk } from './use-walk.ts';
import { WALKS } from './walks.ts';
import { useLensWords } from './words.ts';
import './lenses.css';

/** 分析: five questions, a page each; hard times on record; in a demonstration, four walks. */
export function LensesPage() {
  const { say } = useLensWords();
  const { me } = useSession();
  const station = useStation();
  return (
    <>
      <PageHead
        title={say('index.title')}
        beside={me.stations.length > 1 ? station.overview.name : undefined}
        context={say('index.context')}
      />
      <Questions />
      {station.demo ? <Walks /> : null}
      <Shocks />
    </>
  );
}

function Walks() {
  const { say, both } = useLensWords();
  const walking = useWalk();
  return (
    <>
      <RowList label={say('index.walks')}>
        {WALKS.map((walk) => (
          <Row
            key={walk.key}
            name={both(walk.title)}
            reason={<span>{walk.steps.map(({ words }) => both(words)).join(' ')}</span>}
            action={
              <Button
                kind="tinted"
                busy={walking.busy}
                aria-label={`${say('index.walk')} ${both(walk.title)}`}
                onClick={() => void walking.goTo(walk, 0)}
              >
                {say('index.walk')}
              </Button>
            }
          />
        ))}
      </RowList>
      <div className="inset">
        <ErrorLine sentence={walking.failure?.sentence} />
      </div>
    </>
  );
}

function Shocks() {
  const { say, language } = useLensWords();
  const { me, may } = useSession();
  const station = useStation();
  const shocks = useQuery({
    queryKey: [me.id, 'shocks', station.id],
    queryFn: () => api.lenses.shocks({ station: station.id }),
  });
  const items = shocks.data?.items ?? [];
  return (
    <section className="rows-section">
      <h2 className="rows-label">
        {me.stations.length > 1 ? say('index.shocks-of', { name: station.name }) : say('index.shocks')}
      </h2>
      <div className="card">
        {items.length === 0 ? <EmptyState missing={say('index.shocks-none')} /> : null}
        <ul className="rows">
          {items.map((shock) => (
            <Row
              key={shock.id}
              name={shock.name}
              beside={<span>{say(`shock.${shock.kind}`)}</span>}
              reason={
                <span>
                  {say('shock.line', { from: sayDay(shock.from, language), to: sayDay(shock.to, language) })}{' '}
                  {shock.note}
                </span>
              }
            />
          ))}
        </ul>
        {may('records.write') ? (
          <p className="shocks-more">
            <ButtonLink to="/shocks/new">{say('index.log-shock')}</ButtonLink>
          </p>
        ) : null}
      </div>
    </section>
  );
}
