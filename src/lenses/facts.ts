import type { EventKind, Form, Phase, Sector, Strategy } from '../ledger/terms.ts';

/** What somebody gave at an act, with what the act was. Everything the lenses count, they count from these. */
export interface Act {
  /** Of the contribution, where rows are asked for. */
  id: string;
  event: string;
  /** The day in China, YYYY-MM-DD. */
  day: string;
  partyKind: 'account' | 'person' | 'organisation' | 'group';
  party: string;
  sector: Sector;
  form: Form;
  mode: 'individual' | 'group';
  pay: 'unpaid' | 'credited' | 'paid';
  /** 0 where money or a quantity was given. */
  minutes: number;
  /** Yuan; 0 where none. */
  amount: number;
  kind: EventKind;
  phase: Phase;
  strategies: readonly Strategy[];
  initiator: Sector | '';
  /** Who asked for it from outside the station's own work; '' when nobody did. */
  askedBy: Sector | '';
  /** Somebody of the station was there, or gave time. */
  withWorker: boolean;
  /** 0 only heard of, 1 written down, 2 signed or photographed, 3 confirmed by a second person. */
  evidence: number;
  /** '' when of no project. */
  project: string;
  /** 12-digit code; '' when not said. */
  area: string;
  enteredBy: string;
  /** Days between the act and its first being written down. */
  daysLate: number;
}

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
  acts: readonly Act[];
  /** Acts outside the window that a shock needs: twelve weeks before it, six months after. */
  around: readonly Act[];
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
}

/** What of the facts a measure reads: the store loads no more than the lens needs. */
export const FACT_KINDS = ['acts', 'earlier', 'served', 'shocks', 'sheets', 'names'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

export const RESIDENTS: readonly Sector[] = ['resident', 'resident-group'];
export const COMMUNITY: readonly Sector[] = [...RESIDENTS, 'committee'];

export const hoursOf = (acts: readonly Act[]): number => acts.reduce((sum, act) => sum + act.minutes, 0) / 60;
export const yuanOf = (acts: readonly Act[]): number =>
  acts.reduce((sum, act) => sum + Math.round(act.amount * 100), 0) / 100;
/** Residents by name: of these, how many different ones. */
export const personsIn = (acts: readonly Act[]): number =>
  new Set(acts.filter((act) => act.partyKind === 'person').map((act) => act.party)).size;

/** The quarter of a day: 2026-Q1. */
export const quarterOf = (day: string): string =>
  `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`;

/** The same facts over fewer acts: what is only heard of left out, or one quarter. */
export function narrowed(facts: Facts, keep: (act: Act) => boolean): Facts {
  return { ...facts, acts: facts.acts.filter(keep), around: facts.around.filter(keep) };
}
