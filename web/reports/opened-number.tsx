import { Link } from '@tanstack/react-router';
import type { Opened, Piece, Report, ReportRow, ReportRows } from '../../src/reports/month/schema.ts';
import { api } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useWords, type Word } from '../i18n/words.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { dayOf, sayDay } from '../ui/dates.ts';
import { Grain, type GrainKind } from '../ui/grain.tsx';
import { MoreHere, usePages } from '../ui/pages.tsx';
import { Waiting } from '../ui/waiting.tsx';

type RowsOpened = Opened & { count: Exclude<Opened['count'], 'people' | 'households'> };
type ReachedOpened = Opened & { count: 'people' | 'households' };

const isReached = (opened: Opened): opened is ReachedOpened =>
  opened.count === 'people' || opened.count === 'households';

interface OpenedNumberProps {
  report: Report;
  /** The closing whose report is shown: its rows are those of then. */
  closing: string | undefined;
  piece: Piece;
}

/** One number of the paper: how it is counted, what is left out, how sure it is, and the rows. */
export function OpenedNumber({ report, closing, piece }: OpenedNumberProps) {
  const { say } = useWords();
  const { opens } = piece;
  const leftOut = useLeftOut(report, opens);
  if (!opens) return null;
  const [value = '', ...unit] = piece.text.split('\u00a0');
  const kind = opens.kind && !SAYS_KIND.includes(opens.count) ? say(`kind.${opens.kind}`) : undefined;
  const narrowed = kind ?? (opens.field ? say(`service.${opens.field}`) : opens.budgetLine);
  const what = say(whatWord(opens));
  const of = { month: report.month, ...(closing ? { closing } : {}) };
  return (
    <>
      <h2 className="proof-what">{narrowed ? say('report.in-kind', { kind: narrowed, what }) : what}</h2>
      <p className="proof-number">
        <strong>{value}</strong> {unit.join(' ')}
      </p>
      {isReached(opens) ? (
        <ReachedList of={of} opens={opens} />
      ) : (
        <RowsList of={of} opens={opens as RowsOpened} leftOut={leftOut} />
      )}
    </>
  );
}

/** Numbers whose own word says already which work it is. */
const SAYS_KIND: Opened['count'][] = ['household-times', 'households', 'unmet', 'sessions'];

const DOUBTFUL = ['late', 'heard', 'no-voucher', 'no-names', 'no-minutes', 'no-worker'];
const whatWord = ({ count }: Opened): Word =>
  (DOUBTFUL.includes(count) ? `report.doubt.${count}` : `report.what.${count}`) as Word;

interface FactsProps {
  opens: Opened;
  leftOut?: string;
  evidence?: ReportRows['evidence'] | undefined;
}

function Facts({ opens, leftOut, evidence }: FactsProps) {
  const { say } = useWords();
  return (
    <dl className="proof-facts">
      <dt>{say('report.how')}</dt>
      <dd>{say(`report.how.${opens.count}` as Word)}</dd>
      {leftOut ? (
        <>
          <dt>{say('report.left-out')}</dt>
          <dd>{leftOut}</dd>
        </>
      ) : null}
      {evidence ? (
        <>
          <dt>{say('report.proofs')}</dt>
          <dd className="words">
            {(['full', 'half', 'hollow'] as const).map((kind) => (
              <span key={kind}>
                <Grain kind={kind} /> {say(`report.proof-${kind}`, { count: evidence[kind] })}
              </span>
            ))}
          </dd>
        </>
      ) : null}
    </dl>
  );
}

interface OfMonth {
  month: string;
  closing?: string;
}

/** What is not among the household visits of the month, so that nobody looks for it in vain. */
function useLeftOut({ unmet, again, byPhone, kinds }: Report, opens: Opened | undefined): string {
  const { say } = useWords();
  if (opens?.count !== 'household-times' || opens.field) return '';
  const calls = kinds.find(({ kind }) => kind === 'contact')?.events ?? 0;
  const said: [Word, number][] = [
    ['report.left-calls', calls],
    ['report.left-by-phone', byPhone],
    ['report.left-unmet', unmet],
    ['report.left-again', again],
  ];
  return said.flatMap(([word, count]) => (count > 0 ? [say(word, { count })] : [])).join(say('list.comma'));
}

function RowsList({ of, opens, leftOut }: { of: OfMonth; opens: RowsOpened; leftOut: string }) {
  const { say } = useWords();
  const { me } = useSession();
  const station = useStation();
  const {
    query,
    first,
    items: rows,
  } = usePages([me.id, 'report-rows', station.id, of, opens], (from) =>
    api.reports.rows({ station: station.id, ...of, ...opens, ...from }),
  );
  return (
    <>
      <Facts opens={opens} leftOut={leftOut} evidence={first?.evidence} />
      {first ? null : <Waiting failure={query.error ? failureOf(query.error) : null} />}
      <ul className="proof-rows">
        {rows.map((row) => (
          <ProofRow key={row.id} row={row} opens={opens} />
        ))}
      </ul>
      {first ? (
        <p className="proof-foot">
          <span className="note">
            {query.hasNextPage
              ? say('report.rows-shown', { total: first.total, count: rows.length })
              : say('report.rows-all', { count: first.total })}
          </span>
          <MoreHere query={query}>{say('report.more')}</MoreHere>
        </p>
      ) : null}
    </>
  );
}

const grainOf = (evidence: number): GrainKind => (evidence >= 2 ? 'full' : evidence === 1 ? 'half' : 'hollow');

function ProofRow({ row, opens }: { row: ReportRow; opens: RowsOpened }) {
  const { say, language } = useWords();
  const grain = grainOf(row.evidence);
  const counted = {
    'person-times': say('report.person-times', { count: row.personTimes }),
    spent: say('report.yuan', { amount: row.spent }),
    'no-voucher': say('report.yuan', { amount: row.spent }),
    worked: say('report.minutes', { count: row.worked }),
  } as Record<string, string>;
  const when = row.daysLate > 0 ? say('report.days-late', { count: row.daysLate }) : say('report.same-day');
  return (
    <li className="proof-act">
      <Grain kind={grain} label={say(`evidence.${grain}`)} />
      <span className="proof-day">{sayDay(dayOf(row.startedAt), language)}</span>
      <span className="proof-name">
        <Link to="/events/$id" params={{ id: row.id }}>
          {row.person?.name || row.title || say(`kind.${row.kind}`)}
        </Link>
        {row.corrected > 0 ? <span className="tag">{say('line.corrected', { count: row.corrected })}</span> : null}
      </span>
      <span className="proof-who">{row.workers.join(say('list.comma'))}</span>
      <span className="proof-counted">
        {counted[opens.count] ?? (row.minutes === null ? '' : say('report.minutes', { count: row.minutes }))}
      </span>
      <span className={row.daysLate > 7 ? 'proof-when waiting' : 'proof-when quiet'}>
        {row.imported ? say('report.imported') : when}
      </span>
    </li>
  );
}

function ReachedList({ of, opens }: { of: OfMonth; opens: ReachedOpened }) {
  const { say } = useWords();
  const { me } = useSession();
  const station = useStation();
  const { budgetLine: _, ...narrowed } = opens;
  const { query, items: people } = usePages([me.id, 'report-reached', station.id, of, narrowed], (from) =>
    api.reports.reached({ station: station.id, ...of, ...narrowed, ...from }),
  );
  return (
    <>
      <Facts opens={opens} />
      {query.data ? null : <Waiting failure={query.error ? failureOf(query.error) : null} />}
      <ul className="proof-rows proof-people">
        {people.map((one) => (
          <li key={one.id}>
            <Link to="/people/$id" params={{ id: one.id }}>
              {one.name}
            </Link>
            <span className="proof-counted">{say('report.times', { count: one.times })}</span>
          </li>
        ))}
      </ul>
      <MoreHere query={query}>{say('report.more')}</MoreHere>
    </>
  );
}
