import { requireAreas } from '../places/store.ts';
import { dayInChina } from '../platform/clock.ts';
import { HeliError } from '../platform/errors.ts';
import { Saved } from '../platform/fields.ts';
import { command } from '../platform/pipeline/command.ts';
import { atStation } from '../platform/pipeline/procedure.ts';
import { CountSheet, LogShock } from './shock-schema.ts';
import { findListed, insertShock, saveSheetCount } from './shock-store.ts';

/** Writes down that something struck: a flood, a fire, an epidemic. */
export const logShock = command({
  name: 'lenses.logShock',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Log a flood, a fire or another thing that a place had to come through',
  path: '/lenses/log-shock',
  input: LogShock,
  output: Saved,
  load: (transaction, { area }) => requireAreas(transaction, [area]),
  decide: (_, { station, ...shock }, { county, asker, now }) => {
    const faults = [
      ...(shock.to < shock.from ? [{ path: ['to'], message: 'ends-before-start' }] : []),
      ...(shock.from > dayInChina(now) ? [{ path: ['from'], message: 'shock-in-future' }] : []),
    ];
    if (faults.length > 0) throw new HeliError('invalid', 'invalid', { fields: faults });
    return {
      station,
      subject: { kind: 'shock', id: shock.id },
      fields: ['kind', 'name', 'from', 'to', 'area', 'note'],
      answer: { id: shock.id, version: 1 },
      save: (transaction) => insertShock(transaction, { county, station, by: asker.id, now }, shock),
    };
  },
});

/** The signed paper of an event counted against the program's list: how complete the records are. */
export const countSheet = command({
  name: 'lenses.countSheet',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Count the signed paper of an event against the list in the program',
  path: '/lenses/count-sheet',
  input: CountSheet,
  output: Saved,
  load: (transaction, { station, event }, { county }) => findListed(transaction, { county, station }, event),
  decide: (listed, { station, event, onPaper, onBoth }, { county, asker, now }) => {
    if (!listed) throw new HeliError('not-found', 'unknown-event');
    const { day, on_list: onList } = listed;
    if (onBoth > Math.min(onPaper, onList)) {
      throw new HeliError('invalid', 'sheet-counts', { params: { paper: onPaper, list: onList } });
    }
    return {
      station,
      subject: { kind: 'event', id: event },
      fields: ['onPaper', 'onBoth'],
      answer: { id: event, version: 1 },
      save: (transaction) =>
        saveSheetCount(transaction, { county, station, by: asker.id, now }, { event, day, onPaper, onList, onBoth }),
    };
  },
});
