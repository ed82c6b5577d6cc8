import { HeliError } from '../platform/errors.ts';
import { dayInChina } from '../platform/clock.ts';
import { Saved } from '../platform/fields.ts';
import { command } from '../platform/pipeline/command.ts';
import { atStation } from '../platform/pipeline/procedure.ts';
import { requireVersion } from '../platform/stale.ts';
import { ChangeStation, OpenPoint, RecordPopulation } from './schema.ts';
import { findPopulation, findStation, insertStation, requireAreas, savePopulation, updateStation } from './store.ts';

/** Changes a station's name, phone and address. */
export const changeStation = command({
  name: 'places.changeStation',
  version: 1,
  permit: atStation('station.manage'),
  summary: 'Change a station’s name, phone and address',
  path: '/places/change-station',
  input: ChangeStation,
  output: Saved,
  load: (transaction, input) => findStation(transaction, input.station),
  decide: (station, input, { county }) => {
    requireVersion(station, input);
    return {
      station: input.station,
      subject: { kind: 'station', id: input.station },
      fields: ['name', 'phone', 'address'],
      answer: { id: input.station, version: input.version + 1 },
      save: (transaction) => updateStation(transaction, county, input),
    };
  },
});

/** Opens a village point under a station. */
export const openPoint = command({
  name: 'places.openPoint',
  version: 1,
  permit: atStation('station.manage'),
  summary: 'Open a village point under a station',
  path: '/places/open-point',
  input: OpenPoint,
  output: Saved,
  load: async (transaction, input) => {
    const [station] = await Promise.all([
      findStation(transaction, input.station),
      requireAreas(transaction, [input.area]),
    ]);
    return station;
  },
  decide: (station, input, { county, now }) => {
    if (!station) throw new HeliError('not-found', 'not-found');
    return {
      station: input.station,
      subject: { kind: 'station', id: input.id },
      fields: ['area', 'name', 'address'],
      answer: { id: input.id, version: 1 },
      save: (transaction) =>
        insertStation(transaction, {
          ...input,
          county,
          slug: `${input.area}-${input.id.slice(-4)}`,
          level: 'point',
          parent: input.station,
          operator: null,
          openedOn: dayInChina(now),
          demo: station.demo,
        }),
    };
  },
});

/** Records how many people of a group live in an area, with source and date. */
export const recordPopulation = command({
  name: 'places.recordPopulation',
  version: 1,
  permit: atStation('station.manage'),
  summary: 'Record a population figure with its source and date',
  path: '/places/record-population',
  input: RecordPopulation,
  output: Saved,
  load: async (transaction, input, { county }) => {
    const [before] = await Promise.all([
      findPopulation(transaction, { ...input, county }),
      requireAreas(transaction, [input.area]),
    ]);
    return before;
  },
  decide: (before, input, { county, asker }) => {
    requireVersion(before, { ...input, version: input.version ?? 0 });
    return {
      station: input.station,
      subject: { kind: 'station', id: input.station },
      fields: ['population'],
      answer: { id: input.station, version: (before?.version ?? 0) + 1 },
      save: (transaction) => savePopulation(transaction, { ...input, county, by: asker.id }),
    };
  },
});
