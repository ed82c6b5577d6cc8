/** Spells: how long each unit was followed, and whether the event ended it. Shared by the methods of this folder. */
import { checkNumbers, checkSameLength, checkSome } from '../check.ts';
import { methodError } from '../method-error.ts';

export interface Spells {
  /** End of follow-up, ≥ 0, in any unit (days, years). */
  time: ArrayLike<number>;
  /** 1 event, 0 censored. */
  event: ArrayLike<number>;
  /** Start of follow-up when it is later than 0 (left truncation); before `time`. */
  entry?: ArrayLike<number>;
}

/** Distinct times in rising order with what happened at each. */
export interface RiskTable {
  times: Float64Array;
  /** Followed just before the time. */
  atRisk: Float64Array;
  events: Float64Array;
  censored: Float64Array;
}

export function checkSpells({ time, event, entry }: Spells): void {
  checkSome({ name: 'time', values: time });
  checkSameLength({ name: 'time', values: time }, { name: 'event', values: event });
  checkNumbers({ name: 'time', values: time }, { min: 0 });
  checkNumbers({ name: 'event', values: event }, { min: 0, max: 1, integer: true });
  if (!entry) return;
  checkSameLength({ name: 'time', values: time }, { name: 'entry', values: entry });
  checkNumbers({ name: 'entry', values: entry }, { min: 0 });
  for (let i = 0; i < time.length; i++) {
    if ((entry[i] as number) < (time[i] as number)) continue;
    throw methodError({ reason: 'entry-not-before-time', row: i + 1, column: 'entry', value: String(entry[i]) });
  }
}

/** Who was at risk when. O(n log n), by sorting the event and censoring times apart. */
export function riskTable(spells: Spells): RiskTable {
  const [ended, censored] = splitTimes(spells);
  const entries = spells.entry ? Float64Array.from(spells.entry).sort() : undefined;
  const table = countTies(ended, censored);
  let left = 0;
  let entered = 0;
  for (let i = 0; i < table.times.length; i++) {
    if (entries)
      while (entered < entries.length && (entries[entered] as number) < (table.times[i] as number)) entered++;
    else entered = spells.time.length;
    table.atRisk[i] = entered - left;
    left += (table.events[i] as number) + (table.censored[i] as number);
  }
  return table;
}

function splitTimes({ time, event }: Spells): [Float64Array, Float64Array] {
  const [ended, censored] = [new Float64Array(time.length), new Float64Array(time.length)];
  let [e, c] = [0, 0];
  for (let i = 0; i < time.length; i++) {
    if (event[i] === 1) ended[e++] = time[i] as number;
    else censored[c++] = time[i] as number;
  }
  return [ended.subarray(0, e).sort(), censored.subarray(0, c).sort()];
}

function countTies(ended: Float64Array, censored: Float64Array): RiskTable {
  const most = ended.length + censored.length;
  const table = { times: new Float64Array(most), events: new Float64Array(most), censored: new Float64Array(most) };
  let [e, c, row] = [0, 0, 0];
  while (e < ended.length || c < censored.length) {
    const now = Math.min(ended[e] ?? Infinity, censored[c] ?? Infinity);
    const [e0, c0] = [e, c];
    while (ended[e] === now) e++;
    while (censored[c] === now) c++;
    table.times[row] = now;
    table.events[row] = e - e0;
    table.censored[row++] = c - c0;
  }
  const cut = (column: Float64Array) => column.slice(0, row);
  return {
    times: cut(table.times),
    events: cut(table.events),
    censored: cut(table.censored),
    atRisk: new Float64Array(row),
  };
}

/** The rows of each group, in the order of the group names. */
export function splitByGroup(
  spells: Spells,
  group: ArrayLike<string>,
): { name: string; spells: Required<Pick<Spells, 'time' | 'event'>> & Spells }[] {
  const rows = new Map<string, number[]>();
  for (let i = 0; i < group.length; i++) {
    const known = rows.get(group[i] as string);
    if (known) known.push(i);
    else rows.set(group[i] as string, [i]);
  }
  const pick = (column: ArrayLike<number>, of: number[]) => Float64Array.from(of, (i) => column[i] as number);
  return [...rows.keys()].sort().map((name) => {
    const of = rows.get(name) as number[];
    const entry = spells.entry ? { entry: pick(spells.entry, of) } : {};
    return { name, spells: { time: pick(spells.time, of), event: pick(spells.event, of), ...entry } };
  });
}
