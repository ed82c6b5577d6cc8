import type { Reading, Value } from '../../src/lenses/schema.ts';
import { StrictBroadBar, useStrictBroad } from './share-bar.tsx';
import { Told, ToldSmall } from './told.tsx';
import { useLensWords } from './words.ts';

/** So many values may all be large; of more, only the one that stands for the measure. */
const FEW = 3;

/** The values a drawing does not carry: those of one group as a table, the others each by itself. */
export function Values({ reading }: { reading: Reading }) {
  const drawn = new Set(
    reading.drawing?.kind === 'bars'
      ? [...reading.drawing.bars.map(({ key }) => key), ...besideBars(reading)]
      : reading.drawing?.kind === 'places'
        ? ofPlaces(reading)
        : reading.drawing?.kind === 'stages'
          ? reading.values.map(({ key }) => key)
          : [],
  );
  const values = reading.values.filter(({ key }) => !drawn.has(key));
  const single = values.filter(({ group }) => group === null);
  const grouped = values.filter(({ group }) => group !== null);
  const few = single.length <= FEW;
  const large = single.filter(({ key }) => few || key === reading.headline);
  const small = single.filter((value) => !large.includes(value));
  return (
    <>
      {large.length > 0 ? (
        <dl className="values">
          {large.map((value) => (
            <SingleValue key={value.key} reading={reading} value={value} />
          ))}
        </dl>
      ) : null}
      {small.length > 0 ? (
        <dl className="values-more">
          {small.map((value) => (
            <SmallValue key={value.key} reading={reading} value={value} />
          ))}
        </dl>
      ) : null}
      <Grouped reading={reading} values={grouped} />
    </>
  );
}

/** Figures of a project that stand in the head of its strict–broad bars. */
export function besideBars({ values, drawing }: Reading): string[] {
  if (drawing?.kind !== 'bars' || !drawing.bars.some(({ broad }) => broad !== null)) return [];
  const bars = new Set(drawing.bars.map(({ key }) => key));
  const groups = new Set(values.filter(({ key }) => bars.has(key)).map(({ group }) => group?.key));
  return values.filter(({ key, group }) => !bars.has(key) && group && groups.has(group.key)).map(({ key }) => key);
}

/** What a village's own line of the drawing says. */
function ofPlaces({ values, drawing }: Reading): string[] {
  if (drawing?.kind !== 'places') return [];
  const areas = drawing.places.map(({ area }) => `${area}:`);
  return values.map(({ key }) => key).filter((key) => areas.some((area) => key.startsWith(area)));
}

function SingleValue({ reading, value }: { reading: Reading; value: Value }) {
  const { both } = useLensWords();
  const ends = useStrictBroad(value);
  return (
    <div className="value">
      <dt>{both(value.label)}</dt>
      <dd>
        {ends ? <StrictBroadBar strict={ends.strict} broad={ends.broad} /> : null}
        <Told reading={reading} value={value} size="large" ends={ends?.words} />
        <ToldSmall value={value} />
      </dd>
    </div>
  );
}

function SmallValue({ reading, value }: { reading: Reading; value: Value }) {
  const { both } = useLensWords();
  const ends = useStrictBroad(value);
  return (
    <div>
      <dt>{both(value.label)}</dt>
      <dd>
        <Told reading={reading} value={value} ends={ends?.words} />
        <ToldSmall value={value} />
      </dd>
    </div>
  );
}

/** Nothing can be told of a group yet: it is left out. */
const silent = (values: readonly Value[]): boolean =>
  values.every(({ value, numerator, status }) => value === null && numerator === null && status !== 'suppressed');

/** As a table where groups have figures of the same names; else group by group. */
function Grouped({ reading, values }: { reading: Reading; values: Value[] }) {
  const { both } = useLensWords();
  const told = values.filter(({ group }) => !silent(values.filter((one) => one.group?.key === group?.key)));
  if (told.length === 0) return null;
  const { heads, rows } = tableOf(told);
  if (rows.length === 1 || heads.length * rows.length === told.length) {
    return <GroupTable reading={reading} values={told} />;
  }
  return (
    <div className="value-groups">
      {rows.map(([key, label]) => (
        <ValueGroup
          key={key}
          reading={reading}
          label={both(label)}
          values={told.filter(({ group }) => group?.key === key)}
        />
      ))}
    </div>
  );
}

/** One group's figures. */
function ValueGroup({ reading, label, values }: { reading: Reading; label: string; values: Value[] }) {
  return (
    <section>
      <h3>{label}</h3>
      <dl className="values-more">
        {values.map((value) => (
          <SmallValue key={value.key} reading={reading} value={value} />
        ))}
      </dl>
    </section>
  );
}

/** Groups down, kinds of figure across. */
export function tableOf(values: readonly Value[]): {
  heads: Value['label'][];
  rows: [string, Value['label'], (Value | undefined)[]][];
} {
  const heads = [...new Map(values.map(({ label }) => [label.zh, label])).values()];
  const groups = [...new Map(values.flatMap(({ group }) => (group ? [[group.key, group.label] as const] : [])))];
  const rows = groups.map(([key, label]): [string, Value['label'], (Value | undefined)[]] => [
    key,
    label,
    heads.map((head) => values.find((value) => value.group?.key === key && value.label.zh === head.zh)),
  ]);
  return { heads, rows };
}

function GroupTable({ reading, values }: { reading: Reading; values: Value[] }) {
  const { both } = useLensWords();
  const { heads, rows } = tableOf(values);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="value-table" aria-label={both(reading.definition.name)} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <td />
            {heads.map((head) => (
              <th key={head.zh} scope="col">
                {both(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, label, cells]) => (
            <tr key={key}>
              <th scope="row">{both(label)}</th>
              {cells.map((value, nth) => (
                <td key={heads[nth]?.zh}>{value ? <Told reading={reading} value={value} /> : null}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
