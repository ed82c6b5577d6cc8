import { z } from 'zod';
import { HeliError } from '../platform/errors.ts';
import { Id } from '../platform/fields.ts';
import { ANYONE, atStation } from '../platform/pipeline/procedure.ts';
import { query } from '../platform/pipeline/query.ts';
import { ListAreas, ListVillages, Population, Station, Villages } from './schema.ts';
import { findStation, listAreas, listPoints, listPopulations } from './store.ts';

/** The parts of an area (public: set-up needs them before anyone has an account). */
export const listAreasQuery = query({
  name: 'places.areas',
  permit: ANYONE,
  summary: 'The parts of an area; without a parent, the provinces',
  path: '/places/areas',
  input: ListAreas,
  output: Villages,
  read: async (transaction, input) => ({ items: await listAreas(transaction, input.parent ?? null) }),
});

const AtStation = z.strictObject({ station: Id });

/** One station's facts. */
export const getStation = query({
  name: 'places.station',
  permit: atStation('station.see'),
  summary: 'A station',
  path: '/places/station',
  input: AtStation,
  output: Station,
  read: async (transaction, input) => {
    const station = await findStation(transaction, input.station);
    if (!station) throw new HeliError('not-found', 'not-found');
    return station;
  },
});

/** The villages of a station's town. */
export const listVillages = query({
  name: 'places.villages',
  permit: atStation('station.see'),
  summary: 'Villages and communities of the station’s town',
  path: '/places/villages',
  input: ListVillages,
  output: Villages,
  read: async (transaction, input) => {
    const station = await findStation(transaction, input.station);
    return { items: station ? await listAreas(transaction, station.area) : [] };
  },
});

/** The village points under a station. */
export const listPointsQuery = query({
  name: 'places.points',
  permit: atStation('station.see'),
  summary: 'Village points of a station',
  path: '/places/points',
  input: AtStation,
  output: z.object({ items: z.array(Station) }),
  read: async (transaction, input, { county }) => ({ items: await listPoints(transaction, county, input.station) }),
});

/** Populations by group in a station's town and villages. */
export const listPopulationsQuery = query({
  name: 'places.populations',
  permit: atStation('station.see'),
  summary: 'Populations by area and group',
  path: '/places/populations',
  input: AtStation,
  output: z.object({ items: z.array(Population) }),
  read: async (transaction, input, { county }) => {
    const station = await findStation(transaction, input.station);
    return { items: station ? await listPopulations(transaction, county, station.area) : [] };
  },
});
