import { SCOPES } from '../../src/lenses/codes.ts';
import { addDays } from '../ui/dates.ts';

/** What is looked at, as it stands in the page's address. */
export interface Choice {
  scope?: (typeof SCOPES)[number];
  village?: string;
  project?: string;
  group?: string;
  from?: string;
  to?: string;
  /** A walk that is under way, and its step. */
  walk?: string;
  step?: number;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const text = (value: unknown, pattern = /./): string | undefined => {
  const said = typeof value === 'number' ? String(value) : value;
  return typeof said === 'string' && pattern.test(said) ? said : undefined;
};

/** Reads an address; what makes no sense in it is as if it were not there. */
export function readChoice(search: Record<string, unknown>): Choice {
  const scope = SCOPES.find((one) => one === search.scope);
  const read = {
    scope,
    village: text(search.village, /^\d{12}$/),
    project: text(search.project),
    group: text(search.group),
    from: text(search.from, DAY),
    to: text(search.to, DAY),
    walk: text(search.walk),
    step: Number.isInteger(search.step) ? (search.step as number) : undefined,
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as Choice;
}

export interface Window {
  from: string;
  to: string;
}

const lastOf = (year: number, month: number): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
const firstOf = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}-01`;

/** So many years up to and with a day. */
export const yearsUntil = (day: string, years: number): Window => ({
  from: addDays(`${Number(day.slice(0, 4)) - years}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`, 1),
  to: day,
});

export type NamedWindow = Window &
  (
    | { name: 'last-year' | 'last-two-years' }
    | { name: 'quarter'; year: number; quarter: number }
    | { name: 'first-half' | 'second-half' | 'year'; year: number }
  );

/** The windows one may choose: years alone for who sees no entries. */
export function windowsUntil(day: string, yearsOnly: boolean): NamedWindow[] {
  const year = Number(day.slice(0, 4));
  const years = [year - 1, year - 2, year].map(
    (one): NamedWindow => ({
      name: 'year',
      year: one,
      from: firstOf(one, 1),
      to: lastOf(one, 12),
    }),
  );
  if (yearsOnly) return years;
  const half = Number(day.slice(5, 7)) > 6 ? 1 : 0;
  const halves = Array.from({ length: 4 }, (_, nth) => halfOf(year * 2 + half - nth));
  const quarter = Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  const quarters = Array.from({ length: 6 }, (_, nth) => quarterOf(year * 4 + quarter - nth));
  const rolling: NamedWindow[] = [
    { name: 'last-year', ...yearsUntil(day, 1) },
    { name: 'last-two-years', ...yearsUntil(day, 2) },
  ];
  return [...rolling, ...quarters, ...halves, ...years];
}

function halfOf(count: number): NamedWindow {
  const [year, half] = [Math.floor(count / 2), count % 2];
  const name = half === 0 ? ('first-half' as const) : ('second-half' as const);
  return { name, year, from: firstOf(year, half * 6 + 1), to: lastOf(year, half * 6 + 6) };
}

function quarterOf(count: number): NamedWindow {
  const [year, quarter] = [Math.floor(count / 4), count % 4];
  const [from, to] = [firstOf(year, quarter * 3 + 1), lastOf(year, quarter * 3 + 3)];
  return { name: 'quarter', year, quarter: quarter + 1, from, to };
}
