import { z } from 'zod';
import { AreaCode, Cursor, Day, Id, page, Version } from '../platform/fields.ts';

export const Sex = z.enum(['female', 'male', 'unknown']);
export const BirthPrecision = z.enum(['day', 'month', 'year']);

/** The target groups really used by stations (domain.md §2); names are in the words of each language. */
export const TARGET_GROUPS = [
  'dibao',
  'dibao-margin',
  'tekun',
  'child-in-difficulty',
  'elder-left-behind',
  'elder-alone-no-kin',
  'disabled-severe-special',
  'elder-living-alone',
  'hardship-expenses',
  'disabled',
  'homeless',
  'child-left-behind',
  'mother-single-hardship',
  'woman-left-behind',
  'elder-empty-nest',
  'elder-disabled',
  'elder-severely-disabled',
  'family-planning-special',
  'orphan',
  'child-de-facto-uncared',
  'mental-disorder',
  'community-correction',
  'drug-rehabilitation',
  'veteran',
  'new-employment',
  'poverty-return-risk',
  'child-migrant',
  'elder-very-old',
  'dementia',
] as const;
export const TargetGroup = z.enum(TARGET_GROUPS);
export type TargetGroup = z.infer<typeof TargetGroup>;

/** What a person's file holds so far. */
export const PersonFields = z.strictObject({
  name: z.string().trim().min(1).max(60),
  sex: Sex,
  /** The day of birth; with precision month or year, the first day of it. */
  bornOn: Day.nullable(),
  bornPrecision: BirthPrecision.nullable(),
  village: AreaCode.nullable(),
  /** The villagers' group 组, or building and stair: free words. */
  villageGroup: z.string().trim().max(40),
  phone: z.string().trim().max(30),
  groups: z.array(TargetGroup).max(10),
});
export type PersonFields = z.infer<typeof PersonFields>;

export const AddPerson = PersonFields.extend({ station: Id, id: Id });
export type AddPerson = z.infer<typeof AddPerson>;
export const AddPeople = z.strictObject({
  station: Id,
  id: Id,
  people: z
    .array(PersonFields.extend({ id: Id }))
    .min(1)
    .max(1000),
});
export type AddPeople = z.infer<typeof AddPeople>;
export const ChangePerson = PersonFields.extend({ station: Id, id: Id, version: Version });
export type ChangePerson = z.infer<typeof ChangePerson>;

/** A person in a list: enough to tell namesakes apart. */
export const PersonLine = z.object({
  id: Id,
  name: z.string(),
  sex: Sex,
  bornOn: Day.nullable(),
  bornPrecision: BirthPrecision.nullable(),
  village: AreaCode.nullable(),
  villageName: z.string(),
  villageGroup: z.string(),
  groups: z.array(TargetGroup),
  lastVisitOn: Day.nullable(),
  nextVisitOn: Day.nullable(),
});
export type PersonLine = z.infer<typeof PersonLine>;

export const Person = PersonLine.extend({ phone: z.string(), version: Version, createdAt: z.string() });
export type Person = z.infer<typeof Person>;

/** What stands, as told to somebody whose edit came too late. */
export interface StandingPerson extends PersonLine {
  phone: string;
  version: number;
  changedAt: string;
  /** The name, where the asker may see it. */
  changedBy: string | null;
}

export const ListPeople = z.strictObject({
  station: Id,
  village: AreaCode.optional(),
  cursor: Cursor.optional(),
  limit: z.int().min(1).max(200).default(50),
  /** Ask for the total only when it is shown. */
  withTotal: z.boolean().default(false),
});
export const PeoplePage = page(PersonLine);

export const SearchPeople = z.strictObject({
  station: Id,
  /** Any part of the name, its pinyin or its initials. */
  text: z.string().trim().min(1).max(40),
  limit: z.int().min(1).max(50).default(20),
});
export const FoundPeople = z.object({ items: z.array(PersonLine) });

export const GetPerson = z.strictObject({ station: Id, id: Id });
