import { once } from './once.ts';
import { type Acts, adding, grouping, perPiece, picking } from './pieces.ts';
import type { Act } from './act.ts';

/** Somebody who was reached, over the months that the window touches. */
export interface Served {
  person: string;
  /** Where the person lives; '' when not known. */
  village: string;
  times: number;
  minutes: number;
  /** Whether of the group whose numbers are the denominator. */
  ofGroup: boolean;
}

export interface Place {
  area: string;
  name: string;
  /** How many of the group live there; null when nobody has said. */
  eligible: number | null;
}

export interface ShockFact {
  id: string;
  kind: string;
  name: string;
  from: string;
  to: string;
}

export interface ProjectFact {
  id: string;
  name: string;
  kind: string;
  state: string;
  /** Attributes of a micro-work. */
  households: number | null;
  excludable: boolean | null;
  area: string;
}

export interface SheetFact {
  event: string;
  day: string;
  onPaper: number;
  onList: number;
  onBoth: number;
}

/** Facts of a scope and a window, read once; every measure is a pure function of them. */
export interface Facts {
  from: string;
  to: string;
  /** The last day of which anything can be known: `to`, or today when that is earlier. */
  until: string;
  /** Within the window. */
  acts: Acts;
  /** Acts outside the window that a shock needs: twelve weeks before it, six months after. */
  around: Acts;
  /** Of those who acted in the window, who had acted before it. */
  earlier: ReadonlySet<string>;
  served: readonly Served[];
  /** The whole months that `served` covers. */
  months: { from: string; to: string };
  group: string;
  places: readonly Place[];
  shocks: readonly ShockFact[];
  projects: ReadonlyMap<string, ProjectFact>;
  /** Names of organisations and groups by id. */
  partners: ReadonlyMap<string, string>;
  /** Names of persons by id, as far as a drawing needs them. */
  people: ReadonlyMap<string, string>;
  sheets: readonly SheetFact[];
  /** How many of the group were reached in the months of the last window of stages, and of the one before it. */
  reach: readonly { from: string; people: number }[];
}

/** What of the facts a measure reads: the store loads no more than the lens needs. */
export const FACT_KINDS = ['acts', 'earlier', 'served', 'reach', 'shocks', 'sheets', 'names', 'stages'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

const minutesOf = adding((acts) => acts.reduce((sum, act) => sum + act.minutes, 0));
export const hoursOf = (acts: Acts): number => minutesOf(acts) / 60;

const fenOf = adding((acts) => acts.reduce((sum, act) => sum + Math.round(act.amount * 100), 0));
export const yuanOf = (acts: Acts): number => fenOf(acts) / 100;

const personsEach = perPiece((acts) => {
  const persons = new Set<string>();
  for (const act of acts) if (act.partyKind === 'person') persons.add(act.party);
  return persons;
});
/** Residents by name: of these, how many different ones. */
export const personsIn = once((acts: Acts): number => {
  const [first = new Set<string>(), ...others] = personsEach(acts);
  if (others.length === 0) return first.size;
  const all = new Set(first);
  for (const persons of others) for (const person of persons) all.add(person);
  return all.size;
});

export const isResident = ({ sector }: Act): boolean => sector === 'resident' || sector === 'resident-group';

/** The quarter of a day: 2026-Q1. */
export const quarterOf = (day: string): string =>
  `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`;

/** The gifts of each act. Mostly they stand together, and then an act is looked up once. */
export function byEvent(acts: readonly Act[]): readonly (readonly Act[])[] {
  const events = new Map<string, Act[]>();
  let own: Act[] = [];
  for (const act of acts) {
    if (own[0]?.event !== act.event) {
      own = events.get(act.event) ?? [];
      events.set(act.event, own);
    }
    own.push(act);
  }
  return [...events.values()];
}

/** How many acts there are. */
export const eventsIn = adding((acts) => byEvent(acts).length);

const evidenced = picking((act) => act.evidence >= 1);
/** The same facts without what is only heard of. */
export const evidencedFacts = once(
  (facts: Facts): Facts => ({ ...facts, acts: evidenced(facts.acts), around: evidenced(facts.around) }),
);

const hearsay = adding((acts) => acts.filter((act) => act.evidence < 1).length);
/** Whether there are acts that were only heard of. */
export const hasHearsay = ({ acts }: Facts): boolean => hearsay(acts) > 0;

const byQuarter = grouping(({ day }) => quarterOf(day));
/** The same facts of a quarter. */
export const factsByQuarter = once((facts: Facts): ((quarter: string) => Facts) => {
  const [acts, around] = [byQuarter(facts.acts), byQuarter(facts.around)];
  return (quarter) => ({ ...facts, acts: acts.get(quarter) ?? [], around: around.get(quarter) ?? [] });
});
