import { findStation } from '../../places/store.ts';
import { HeliError } from '../../platform/errors.ts';
import { Saved } from '../../platform/fields.ts';
import { command } from '../../platform/pipeline/command.ts';
import { atStation } from '../../platform/pipeline/procedure.ts';
import { findClosing, holdJournal, insertClosing, listClosings, reopenClosing } from './closing-store.ts';
import { atMonth, countMonth } from './count-month.ts';
import { CloseMonth, type Counted, ReopenMonth } from './schema.ts';

/** What was agreed with people stays out of what is kept: it is no figure, and lives in the ledger. */
const withoutNames = (counted: Counted): Counted => ({
  ...counted,
  plan: { ...counted.plan, steps: counted.plan.steps.map((step) => ({ ...step, what: '', person: '' })) },
});

/** Closes a month: the report is kept as it is handed in, with the journal's code and the acts behind it. */
export const closeMonth = command({
  name: 'reports.closeMonth',
  version: 1,
  permit: atStation('station.manage'),
  summary: 'Close a month: keep the report as it is handed in',
  path: '/reports/close-month',
  input: CloseMonth,
  output: Saved,
  load: async (transaction, { station, month }, { county, now }) => {
    const at = { county, station };
    holdJournal(transaction, at);
    const [closings, counted, place] = await Promise.all([
      listClosings(transaction, at, atMonth(at, month).first),
      countMonth(transaction, at, { month, now }),
      findStation(transaction, station),
    ]);
    return { closings, counted, place };
  },
  decide: ({ closings, counted, place }, { station, month, id, note }, { county, asker, now }) => {
    if (!place) throw new HeliError('not-found', 'not-found');
    const within = atMonth({ county, station }, month);
    if (new Date(within.from) > now) throw new HeliError('not-allowed-now', 'month-ahead');
    if (closings.some((one) => one.reopened_at === null)) throw new HeliError('not-allowed-now', 'month-closed');
    const report = { station: place.name, counted: withoutNames(counted) };
    return {
      station,
      subject: { kind: 'month', id },
      fields: ['month', 'closed'],
      answer: { id, version: 1 },
      save: (transaction) => insertClosing(transaction, within, { id, note, by: asker.id, now, report }),
    };
  },
});

/** Opens a closed month again, with the reason. What was handed in stays as it was. */
export const reopenMonth = command({
  name: 'reports.reopenMonth',
  version: 1,
  permit: atStation('station.manage'),
  summary: 'Open a closed month again, with the reason',
  path: '/reports/reopen-month',
  input: ReopenMonth,
  output: Saved,
  load: (transaction, { station, id }, { county }) => findClosing(transaction, { county, station, lock: true }, id),
  decide: (closing, { station, id, why }, { county, asker, now }) => {
    if (!closing) throw new HeliError('not-found', 'not-found');
    if (closing.reopened_at !== null) throw new HeliError('not-allowed-now', 'month-open');
    return {
      station,
      subject: { kind: 'month', id },
      fields: ['reopened'],
      answer: { id, version: 2 },
      save: (transaction) => reopenClosing(transaction, { county, station, by: asker.id, now }, { id, why }),
    };
  },
});
