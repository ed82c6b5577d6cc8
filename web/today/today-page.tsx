import type { Today } from '../../src/activities/schema.ts';
import { useWords } from '../i18n/words.ts';
import { useSession } from '../shell/session.tsx';
import { Returned } from '../reports/returned.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { lunarDay, sayDay, sayTime, sayWeekday, today } from '../ui/dates.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { GrainCount } from '../ui/grain.tsx';
import { OutboxLine } from '../ui/outbox-line.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Row, RowList } from '../ui/rows.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { Due, SinceImport } from './due-list.tsx';
import { RecordedToday } from './recorded-today.tsx';
import { Overdue, Proposed, Steps } from './promised.tsx';
import { StationsPage } from './stations-page.tsx';
import { useTodayView } from './use-today.ts';
import './today.css';

/** The first page: a day's work for whoever visits; the stations for whoever only sees them. */
export function TodayPage() {
  const { station, may } = useSession();
  return station && may('records.read') ? <TodayWork /> : <StationsPage />;
}

function TodayWork() {
  const { say } = useWords();
  const { may } = useSession();
  const { due, dueCount, sinceImport, sinceImportCount, visited, recorded, entered, asked } = useTodayView();
  const value = asked.value;
  if (!value) return <Waiting failure={asked.failure} />;
  const total = dueCount + visited;
  return (
    <div className="today">
      <PageHead
        title={titleOf(value, { dueCount, visited, sinceImportCount, visits: may('records.write') }, say)}
        above={<DayLine />}
        context={
          total > 0 && value.people > 0 ? (
            <Progress done={visited} open={dueCount} more={sinceImportCount} />
          ) : undefined
        }
      />
      {asked.keptAt ? <p className="today-kept note">{say('shell.kept', { time: sayTime(asked.keptAt) })}</p> : null}
      <Returned />
      <Proposed proposals={value.proposals} />
      <div className="today-columns">
        <div>
          {value.people === 0 ? <FirstSteps /> : null}
          {value.people > 0 && (due.length > 0 || sinceImportCount === 0) ? (
            <Due due={due} more={dueCount - due.length} anyone={total > 0} />
          ) : null}
          <SinceImport due={sinceImport} count={sinceImportCount} alone={total === 0} />
        </div>
        <div>
          <Steps steps={value.steps} />
          <Overdue villages={value.overdue} />
          {value.notices.length > 0 ? (
            <RowList label={say('today.notices')}>
              {value.notices.map((notice) => (
                <Row
                  key={notice.id}
                  name={notice.title}
                  beside={<span>{sayTime(notice.startsAt)}</span>}
                  reason={notice.place ? <span>{notice.place}</span> : undefined}
                />
              ))}
            </RowList>
          ) : null}
          {recorded.length + entered.imported > 0 ? <RecordedToday recorded={recorded} entered={entered} /> : null}
        </div>
      </div>
    </div>
  );
}

function titleOf(
  value: Today,
  counts: { dueCount: number; visited: number; sinceImportCount: number; visits: boolean },
  say: ReturnType<typeof useWords>['say'],
): string {
  const count = counts.dueCount + counts.visited;
  if (value.people === 0) return say('today.title-first');
  if (count === 0 && counts.sinceImportCount > 0)
    return say('today.title-since-import', { count: counts.sinceImportCount });
  if (count === 0) return say('today.title-none');
  if (counts.dueCount === 0) return say('today.title-done', { count });
  return say(counts.visits ? 'today.title' : 'today.title-see', { count });
}

function DayLine() {
  const { say, language } = useWords();
  const day = today();
  const lunar = language === 'zh' ? lunarDay(day) : undefined;
  return (
    <>
      <span className="words">
        <span>{sayDay(day, language)}</span>
        <span>{sayWeekday(day, language)}</span>
        {lunar ? <span title={say('today.lunar')}>{lunar}</span> : null}
      </span>
      <span className="phone-only">
        <OutboxLine />
      </span>
    </>
  );
}

const MOST_GRAINS = 60;

/** `more`: not visited since a file was taken in; while there are any, nobody says that none are left. */
function Progress({ done, open, more }: { done: number; open: number; more: number }) {
  const { say } = useWords();
  const words =
    open === 0
      ? say(more > 0 ? 'today.progress-so-far' : 'today.progress-done', { count: done })
      : done === 0
        ? say('today.progress-none', { count: open })
        : say('today.progress', { done, count: open });
  return (
    <div className="today-progress">
      {done + open <= MOST_GRAINS ? <GrainCount done={done} open={open} label={words} /> : null}
      <span>{words}</span>
    </div>
  );
}

/** A station that knows nobody yet: the three steps to a first report, each with its page. */
function FirstSteps() {
  const { say } = useWords();
  const { may } = useSession();
  if (!may('records.write'))
    return (
      <section className="card">
        <EmptyState missing={say('today.nobody')} todo={say('first.reader-todo')} />
      </section>
    );
  const steps = [
    { word: 'first.step-people', to: '/import', go: 'first.excel', kind: 'filled' },
    { word: 'first.step-one', to: '/people/new', go: 'people.add-first', kind: 'tinted' },
    { word: 'first.step-visit', to: '/record', go: 'nav.record', kind: 'plain' },
    { word: 'first.step-report', to: '/reports', go: 'nav.reports', kind: 'plain' },
  ] as const;
  return (
    <RowList label={say('today.nobody')}>
      {steps.map(({ word, to, go, kind }) => (
        <Row
          key={word}
          name={say(word)}
          reason={say(`${word}-what`)}
          action={
            <ButtonLink to={to} kind={kind}>
              {say(go)}
            </ButtonLink>
          }
        />
      ))}
      {may('station.manage') ? (
        <Row
          name={say('first.step-colleagues')}
          reason={say('first.step-colleagues-what')}
          action={<ButtonLink to="/settings/colleagues">{say('first.invite')}</ButtonLink>}
        />
      ) : null}
    </RowList>
  );
}
