import { EVENT_KINDS, FIELDS } from '../../ledger/codes.ts';
import type { EventKind, ServiceField } from '../../ledger/terms.ts';
import type { Figures } from './schema.ts';

/** The instants between which a month's acts began, its first day, and the first days of the next two months. */
export function boundsOf(month: string): { first: string; next: string; after: string; from: string; to: string } {
  const [first, next, after] = [0, 1, 2].map((ahead) => `${monthAhead(month, ahead)}-01`) as [string, string, string];
  return { first, next, after, from: `${first}T00:00:00+08:00`, to: `${next}T00:00:00+08:00` };
}

/** The month so many months later. */
export function monthAhead(month: string, ahead: number): string {
  const [year = 0, nth = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, nth - 1 + ahead, 1)).toISOString().slice(0, 7);
}

/**
 * The figures that the table of a report shows, and by whose totals two reports of a month are told apart; the word of each
 * names its unit.
 */
export const FIGURES_SHOWN = [
  'people',
  'personTimes',
  'households',
  'householdTimes',
  'sessions',
  'occasions',
  'worked',
  'spent',
] as const satisfies (keyof Figures)[];

/** Minutes as hours, to a tenth. */
export const hoursOf = (minutes: number): number => Math.round(minutes / 6) / 10;

/** Whether what is handed in would not be what stands in the books: any figure of the month or of a field differs. */
export function figuresDiffer(one: MonthFigures, other: MonthFigures): boolean {
  const known = new Set(Object.keys(one.total).filter((key) => key in other.total));
  const told = ({ total, fields }: MonthFigures) =>
    JSON.stringify([total, ...fields].map((line) => inOrder(line, known)));
  return told(one) !== told(other);
}
type MonthFigures = { total: Figures; fields: (Figures & { field: ServiceField })[] };
/** Only figures that both know: one that a later version added has changed nothing. */
const inOrder = (figures: object, known: ReadonlySet<string>) =>
  Object.entries(figures)
    .filter(([key]) => key === 'field' || known.has(key))
    .sort(([one], [other]) => (one < other ? -1 : 1));

const NOTHING: Figures = {
  events: 0,
  people: 0,
  personTimes: 0,
  households: 0,
  householdTimes: 0,
  sessions: 0,
  occasions: 0,
  worked: 0,
  proven: 0,
  outside: 0,
  spent: 0,
};

/** A row of the month's kept sums: of one kind of work in one field. */
export interface SumRow {
  kind: EventKind;
  field: string;
  outside: boolean;
  events: number;
  proven: number;
  minutes: number;
  person_times: number;
  spent: string;
}

/** Acts that are counted 节, and those that are counted 场. */
export const IN_SESSIONS: readonly EventKind[] = ['group-session'];
export const IN_OCCASIONS: readonly EventKind[] = ['activity', 'meeting', 'work-day', 'training'];

/** Adds up what may be added. Money is added in cents, so that no fraction of a cent gathers. */
export function addUp(rows: SumRow[]): Figures {
  const sum = (of: (row: SumRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  const eventsOf = (kinds: readonly EventKind[]) => sum((row) => (kinds.includes(row.kind) ? row.events : 0));
  return {
    ...NOTHING,
    events: sum((row) => row.events),
    personTimes: sum((row) => row.person_times),
    sessions: eventsOf(IN_SESSIONS),
    occasions: eventsOf(IN_OCCASIONS),
    worked: sum((row) => row.minutes),
    proven: sum((row) => row.proven),
    outside: sum((row) => (row.outside ? row.events : 0)),
    spent: sum((row) => Math.round(Number(row.spent) * 100)) / 100,
  };
}

/** People of a kind of work, of a field, of all (null). */
export interface PeopleCounted {
  kind: EventKind | null;
  field: ServiceField | null;
  people: number;
}
/** Households met at home, in a field or in all (null). */
export interface HouseholdsCounted {
  field: ServiceField | null;
  households: number;
  household_times: number;
}

/** The month whole, by service field and by kind of work. 人, 户 and 户次 are counted once in each, so they are never added. */
export function figuresOf(sums: SumRow[], people: PeopleCounted[], households: HouseholdsCounted[]) {
  const peopleOf = (kind: EventKind | null, field: ServiceField | null) =>
    people.find((row) => row.kind === kind && row.field === field)?.people ?? 0;
  const met = (field: ServiceField | null) => {
    const found = households.find((row) => row.field === field);
    return { households: found?.households ?? 0, householdTimes: found?.household_times ?? 0 };
  };
  const kinds = EVENT_KINDS.filter((kind) => sums.some((row) => row.kind === kind));
  return {
    total: { ...addUp(sums), people: peopleOf(null, null), ...met(null) },
    fields: FIELDS.map((field) => ({
      field,
      ...addUp(sums.filter((row) => row.field === field)),
      ...{ people: peopleOf(null, field), ...met(field) },
    })),
    kinds: kinds.map((kind) => ({
      kind,
      ...addUp(sums.filter((row) => row.kind === kind)),
      ...{ people: peopleOf(kind, null), ...(kind === 'visit' ? met(null) : {}) },
    })),
  };
}
