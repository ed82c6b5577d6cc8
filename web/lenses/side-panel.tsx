import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { Lens, LensRow, Reading, Value } from '../../src/lenses/schema.ts';
import { api } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useSession } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { sayDay } from '../ui/dates.ts';
import { Grain, type GrainKind } from '../ui/grain.tsx';
import { MoreHere, usePages } from '../ui/pages.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { Definition } from './definition.tsx';
import { intervalOf, reasonOf, sayFigure, sayNumber } from './say-figure.ts';
import { type Opened, usePanel } from './told.tsx';
import type { Asked } from './use-lens.ts';
import { useLensWords } from './words.ts';

const StudyPane = lazy(async () => ({ default: (await import('./study-pane.tsx')).StudyPane }));

interface SidePanelProps {
  lens: Lens;
  asked: Asked;
}

/** Beside the page: one number at its rows, how a measure is counted, or the study's own words. */
export function SidePanel({ lens, asked }: SidePanelProps) {
  const { say } = useLensWords();
  const { opened, open } = usePanel();
  if (!opened) return null;
  return (
    <>
      <Button kind="text" className="panel-close" onClick={() => open(undefined)}>
        {say('reading.close')}
      </Button>
      <OpenedThing lens={lens} asked={asked} opened={opened} />
    </>
  );
}

function OpenedThing({ lens, asked, opened }: SidePanelProps & { opened: Opened }) {
  const { say } = useLensWords();
  if (opened.kind === 'study') {
    return (
      <Suspense fallback={<Waiting failure={null} />}>
        <StudyPane lens={lens} />
      </Suspense>
    );
  }
  const readings = [...lens.readings, lens.quality.completeness];
  if (opened.kind === 'methods') {
    return (
      <>
        <h2>{say('methods.title')}</h2>
        {readings.map((reading) => (
          <Definition key={reading.definition.id} reading={reading} />
        ))}
      </>
    );
  }
  const reading = readings.find(({ definition }) => definition.id === opened.measure);
  if (!reading) return null;
  const value = opened.kind === 'value' ? reading.values.find(({ key }) => key === opened.key) : undefined;
  return (
    <>
      {value ? <OpenedValue value={value} /> : null}
      {value ? (
        <RowsOf key={`${reading.definition.id} ${value.key}`} reading={reading} value={value} asked={asked} />
      ) : null}
      <Definition reading={reading} />
    </>
  );
}

function OpenedValue({ value }: { value: Value }) {
  const words = useLensWords();
  const { say, both } = words;
  const said = sayFigure(value, value.unit, words);
  const facts: [string, string][] = [];
  if (value.numerator !== null) facts.push([say('define.numerator'), sayCount(value.numerator)]);
  if (value.denominator !== null) facts.push([say('define.denominator'), sayCount(value.denominator)]);
  if (value.interval) facts.push([say('define.interval'), intervalOf(value, value.unit, words)]);
  if (value.broad) facts.push([say('define.strict-broad'), bothEnds(value, words)]);
  if (value.evidenced) facts.push([say('define.evidenced'), oneLine(value.evidenced, value.unit, words)]);
  facts.push([
    say('define.status'),
    [say(`status.${value.status}`), value.status === 'suppressed' ? '' : reasonOf(value, words)]
      .filter(Boolean)
      .join(say('list.comma')),
  ]);
  return (
    <>
      <h2 className="opened-what">
        {value.group ? `${both(value.group.label)} ` : ''}
        {both(value.label)}
      </h2>
      <p className="opened-number">
        <strong>{said.big}</strong> {said.unit}
      </p>
      <dl className="facts">
        {facts.map(([name, fact]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

type Words = ReturnType<typeof useLensWords>;
const sayCount = (count: number): string => (Number.isInteger(count) ? String(count) : count.toFixed(1));

function oneLine(figure: NonNullable<Value['evidenced']>, unit: Value['unit'], words: Words): string {
  const { big, unit: of, small } = sayFigure(figure, unit, words);
  return [of ? `${big} ${of}` : big, small].filter(Boolean).join(words.say('list.comma'));
}

function bothEnds(value: Value, words: Words): string {
  const strict = sayFigure(value, value.unit, words).big;
  const broad = value.broad ? sayFigure(value.broad, value.unit, words).big : '';
  return words.say('figure.to', { from: strict, to: broad });
}

interface RowsOfProps {
  reading: Reading;
  value: Value;
  asked: Asked;
}

/** The rows behind a number, for those who may see them. */
function RowsOf(props: RowsOfProps) {
  const { say } = useLensWords();
  const { opens, status } = props.value;
  if (opens) return <OpenRows {...props} />;
  return <p className="note">{say(status === 'suppressed' ? 'figure.hidden' : 'reading.rows-closed')}</p>;
}

function OpenRows({ reading, value, asked }: RowsOfProps) {
  const { say } = useLensWords();
  const { me } = useSession();
  const of = { ...asked, measure: reading.definition.id, value: value.key };
  const { query, items: rows } = usePages([me.id, 'lens-rows', of], (from) => api.lenses.rows({ ...of, ...from }));
  return (
    <>
      <h3>{say('reading.rows')}</h3>
      {query.data ? null : <Waiting failure={query.error ? failureOf(query.error) : null} />}
      {query.data && rows.length === 0 ? <p className="quiet">{say('reading.no-rows')}</p> : null}
      <ul className="lens-rows">
        {rows.map((row) => (
          <OneRow key={row.key} row={row} />
        ))}
      </ul>
      <MoreHere query={query}>{say('reading.more')}</MoreHere>
    </>
  );
}

const grainOf = (evidence: number): GrainKind => (evidence >= 2 ? 'full' : evidence === 1 ? 'half' : 'hollow');

function OneRow({ row }: { row: LensRow }) {
  const { say, language } = useLensWords();
  const what = row.what || row.who;
  const amounts = [
    row.minutes === null ? '' : `${sayNumber(row.minutes / 60, 'hours')} ${say('unit.hours')}`,
    row.amount === null ? '' : `${sayNumber(row.amount, 'yuan')} ${say('unit.yuan')}`,
    row.times === null ? '' : `${row.times} ${say('unit.times')}`,
  ].filter(Boolean);
  return (
    <li>
      {row.evidence === null ? null : <Grain kind={grainOf(row.evidence)} />}
      <span className="lens-row-day">{sayDay(row.day, language)}</span>
      <span className="lens-row-what">
        {row.event ? (
          <Link to="/events/$id" params={{ id: row.event }}>
            {what}
          </Link>
        ) : row.person ? (
          <Link to="/people/$id" params={{ id: row.person }}>
            {what}
          </Link>
        ) : (
          what
        )}
      </span>
      {row.what && row.who ? <span className="quiet">{row.who}</span> : null}
      <span className="lens-row-much">{amounts.join(' ')}</span>
    </li>
  );
}
