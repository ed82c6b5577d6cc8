// Facts as the lenses read them, made up for tests without a database.
import type { Act } from '../../src/lenses/act.ts';
import type { Facts } from '../../src/lenses/facts.ts';

/** A year in which nothing was recorded. */
export const NOTHING: Facts = {
  from: '2026-01-01',
  to: '2026-12-31',
  until: '2026-12-31',
  acts: [],
  around: [],
  earlier: new Set(),
  served: [],
  months: { from: '2026-01-01', to: '2026-12-31' },
  group: '',
  places: [],
  shocks: [],
  projects: new Map(),
  partners: new Map(),
  people: new Map(),
  sheets: [],
  reach: [],
};

/** An hour of a resident, together with others, without a worker there. */
export const ACT: Act = {
  id: '1',
  event: 'e1',
  day: '2026-03-03',
  partyKind: 'person',
  party: 'p1',
  sector: 'resident',
  form: 'labour',
  mode: 'group',
  pay: 'unpaid',
  minutes: 60,
  amount: 0,
  kind: 'work-day',
  phase: 'deliver',
  strategies: ['mutual-aid'],
  initiator: 'resident',
  askedBy: '',
  withWorker: false,
  evidence: 1,
  project: 'j1',
  area: '',
  enteredBy: 'w1',
  daysLate: 0,
};

/** A year of such hours, each different in what is said. */
export const withActs = (acts: Partial<Act>[]): Facts & { acts: Act[] } => ({
  ...NOTHING,
  acts: acts.map((own, nth) => ({ ...ACT, id: String(nth), ...own })),
});
