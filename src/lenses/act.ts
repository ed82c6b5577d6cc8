import type { EventKind, Form, Phase, Sector, Strategy } from '../ledger/terms.ts';

/** What somebody gave at an act, with what the act was. Everything the lenses count, they count from these. */
export interface Act {
  /** Of the contribution. */
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
