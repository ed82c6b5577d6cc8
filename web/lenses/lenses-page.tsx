import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Measures } from '../../src/lenses/schema.ts';
import type { z } from 'zod';
import { api } from '../api/client.ts';
import { useKept } from '../offline/kept.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { sayDay } from '../ui/dates.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Row, RowList } from '../ui/rows.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useWalk } from './use-walk.ts';
import { WALKS } from './walks.ts';
import { useLensWords } from './words.ts';
import './lenses.css';

/** 分析: five questions, a page each; hard times on record; in a demonstration, four walks. */
export function LensesPage() {
  const { say } = useLensWords();
  const station = useStation();
  const measures = useKept(['measures'], () => api.lenses.list({}));
  return (
    <>
      <PageHead title={say('index.title')} context={say('index.context')} />
      {measures.value ? <Questions lenses={measures.value.lenses} /> : <Waiting failure={measures.failure} />}
      {station.demo ? <Walks /> : null}
      <Shocks />
    </>
  );
}

function Questions({ lenses }: { lenses: z.infer<typeof Measures>['lenses'] }) {
  const { say, both } = useLensWords();
  return (
    <RowList>
      {lenses.map(({ lens, title }) => (
        <Row
          key={lens}
          name={
            <Link to="/lenses/$lens" params={{ lens }}>
              {both(title)}
            </Link>
          }
          beside={<span>{say(`lens.${lens}`)}</span>}
          action={
            <ButtonLink
              kind="text"
              to="/lenses/$lens"
              params={{ lens }}
              aria-label={`${say('index.open')} ${both(title)}`}
            >
              {say('index.open')}
            </ButtonLink>
          }
        />
      ))}
    </RowList>
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
      <h2 className="rows-label">{say('index.shocks')}</h2>
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
