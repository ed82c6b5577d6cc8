import { z } from 'zod';
import { AreaCode, Day, Id, Version } from '../platform/fields.ts';

export const Area = z.object({
  code: AreaCode,
  name: z.string(),
  /** 1 province, 2 city, 3 county, 4 town, 5 village. */
  level: z.int().min(1).max(5),
});
export type Area = z.infer<typeof Area>;

export const StationLevel = z.enum(['centre', 'station', 'point']);

export const Station = z.object({
  id: Id,
  county: z.int(),
  countyName: z.string(),
  area: AreaCode,
  areaName: z.string(),
  /** The resident page is /c/<slug>. */
  slug: z.string(),
  name: z.string(),
  level: StationLevel,
  parent: Id.nullable(),
  operator: z.string(),
  phone: z.string(),
  address: z.string(),
  demo: z.boolean(),
  version: Version,
});
export type Station = z.infer<typeof Station>;

export const ListAreas = z.strictObject({
  /** The area whose parts are wanted; without it, the provinces. */
  parent: AreaCode.optional(),
});

export const ListVillages = z.strictObject({ station: Id });
export const Villages = z.object({ items: z.array(Area) });

export const OpenPoint = z.strictObject({
  station: Id,
  id: Id,
  area: AreaCode,
  name: z.string().trim().min(2).max(60),
  address: z.string().trim().max(120).default(''),
});

export const ChangeStation = z.strictObject({
  station: Id,
  version: Version,
  name: z.string().trim().min(2).max(60),
  phone: z.string().trim().max(30),
  address: z.string().trim().max(120),
});

/** Groups whose size is a denominator; the codes are those of people's target groups, and everyone. */
export const Population = z.object({
  area: AreaCode,
  areaName: z.string(),
  group: z.string(),
  asOf: Day,
  count: z.int().min(0),
  source: z.string(),
  version: Version,
});
export type Population = z.infer<typeof Population>;

export const RecordPopulation = z.strictObject({
  station: Id,
  area: AreaCode,
  group: z.string().min(1).max(40),
  asOf: Day,
  count: z.int().min(0).max(100_000_000),
  source: z.string().trim().min(1).max(120),
  /** The version this replaces, when the same area, group and date stand already. */
  version: Version.optional(),
});
