import type { Lens, Part } from '../../src/lenses/schema.ts';
import { Grain, type GrainKind } from '../ui/grain.tsx';
import { headlineOf, sayFigure } from './say-figure.ts';
import { wordOr } from './say.ts';
import { useLensWords } from './words.ts';

const GRAIN: Record<Part['state'], GrainKind> = { full: 'full', half: 'half', none: 'dashed' };

/** Parts that stand in one row, in the order of the lens. */
export function rowsOf(parts: readonly Part[]): { row: string; parts: Part[] }[] {
  const rows = new Map<string, Part[]>();
  for (const part of parts) rows.set(part.row, [...(rows.get(part.row) ?? []), part]);
  return [...rows].map(([row, members]) => ({ row, parts: members }));
}

/** The study's chain: grains on a stem, full, half or dashed by what is recorded. */
export function Chain({ lens }: { lens: Lens }) {
  const { say } = useLensWords();
  const rows = rowsOf(lens.parts);
  return (
    <div className="chains">
      {rows.map(({ row, parts }, nth) => (
        <section
          key={row}
          className={
            nth === 0 && parts.length <= 4
              ? 'chain chain-wide'
              : parts.length > 4
                ? 'chain chain-small chain-wide'
                : 'chain chain-small'
          }
        >
          {rows.length > 1 ? <h2 className="chain-row note">{say(wordOr(`row.${row}`, 'row.chain'))}</h2> : null}
          <ol style={{ ['--parts' as string]: parts.length }}>
            {parts.map((part) => (
              <ChainPart key={part.key} part={part} lens={lens} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function ChainPart({ part, lens }: { part: Part; lens: Lens }) {
  const { say, both } = useLensWords();
  const [measure] = part.measures.filter((id) => lens.readings.some(({ definition }) => definition.id === id));
  const state = say(`part.${part.state}`);
  return (
    <li className={`chain-part is-${part.state}`}>
      <span className="chain-grain">
        <Grain kind={GRAIN[part.state]} size={1.35} label={state} />
      </span>
      <p className="chain-name">
        {measure ? <a href={`#measure-${measure}`}>{both(part.words)}</a> : <span>{both(part.words)}</span>}
        <span className="note">{both(part.term)}</span>
      </p>
      <p className="chain-line quiet">
        <PartLine part={part} lens={lens} />
      </p>
    </li>
  );
}

/** What a part comes to in one line: its figures, or what to record. */
function PartLine({ part, lens }: { part: Part; lens: Lens }) {
  const words = useLensWords();
  const said = part.measures.flatMap((id) => {
    const reading = lens.readings.find(({ definition }) => definition.id === id);
    const value = reading ? headlineOf(reading) : undefined;
    if (!value) return [];
    const { big, unit, told } = sayFigure(value, value.unit, words);
    return told ? [{ key: value.key, label: words.both(value.label), big, unit }] : [];
  });
  if (said.length === 0) {
    return words.say(part.state === 'none' ? 'part.see-below' : `part.${part.state}`);
  }
  return said.slice(0, 2).map(({ key, label, big, unit }) => (
    <span key={key} className="chain-said">
      {label} <strong>{big}</strong>
      {unit ? ` ${unit}` : ''}
    </span>
  ));
}
