import { HeliError, type FieldError } from '../../platform/errors.ts';
import { Saved } from '../../platform/fields.ts';
import { command } from '../../platform/pipeline/command.ts';
import { atStation } from '../../platform/pipeline/procedure.ts';
import { query } from '../../platform/pipeline/query.ts';
import { requireVersion } from '../../platform/stale.ts';
import { kindsOf } from './rules.ts';
import { DropIndicator, IndicatorFields, Indicators, ListIndicators, SaveIndicator } from './schema.ts';
import { deleteIndicator, listIndicators, MOST_INDICATORS, saveIndicator } from './store.ts';

function faultsOf({ unit, kind, from, to }: SaveIndicator): FieldError[] {
  const faults: FieldError[] = [];
  if (to < from) faults.push({ path: ['to'], message: 'months-turned' });
  if (kind && !kindsOf(unit).includes(kind)) faults.push({ path: ['kind'], message: 'indicator-unit' });
  return faults;
}

/** Enters what a contract asks for, or changes it. */
export const saveIndicatorCommand = command({
  name: 'reports.saveIndicator',
  version: 1,
  permit: atStation('station.manage'),
  summary: 'Enter an indicator of the station’s contract',
  path: '/reports/save-indicator',
  input: SaveIndicator,
  output: Saved,
  load: (transaction, { station }, { county }) => listIndicators(transaction, { county, station, lock: true }),
  decide: (known, { station, ...indicator }, { county, asker, now }) => {
    const fields = faultsOf({ station, ...indicator });
    if (fields.length > 0) throw new HeliError('invalid', 'invalid', { fields });
    const found = known.find(({ id }) => id === indicator.id);
    requireVersion(found, indicator);
    if (!found && known.length >= MOST_INDICATORS) throw new HeliError('not-allowed-now', 'indicators-full');
    return {
      station,
      subject: { kind: 'indicator', id: indicator.id },
      fields: Object.keys(IndicatorFields.shape),
      answer: { id: indicator.id, version: indicator.version + 1 },
      save: (transaction) => saveIndicator(transaction, { county, station, by: asker.id, now }, indicator),
    };
  },
});

/** Takes an indicator out. Months that are closed keep what they showed. */
export const dropIndicator = command({
  name: 'reports.dropIndicator',
  version: 2,
  permit: atStation('station.manage'),
  summary: 'Take an indicator of the contract out',
  path: '/reports/drop-indicator',
  input: DropIndicator,
  output: Saved,
  load: (transaction, { station }, { county }) => listIndicators(transaction, { county, station, lock: true }),
  decide: (known, { station, id, version }, { county }) => {
    const found = known.find((one) => one.id === id);
    requireVersion(found, { version });
    return {
      station,
      subject: { kind: 'indicator', id },
      fields: ['dropped'],
      answer: { id, version: version + 1 },
      save: (transaction) => deleteIndicator(transaction, { county, station }, id),
    };
  },
});

/** What the station's contract asks for. */
export const listIndicatorsQuery = query({
  name: 'reports.indicators',
  permit: atStation('records.read'),
  summary: 'The indicators of the station’s contract',
  path: '/reports/indicators',
  input: ListIndicators,
  output: Indicators,
  read: async (transaction, { station }, { county }) => ({
    items: await listIndicators(transaction, { county, station }),
  }),
});
