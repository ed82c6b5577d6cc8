import { z } from 'zod';
import { AreaCode, Cursor, Day, Id, page, Version } from '../platform/fields.ts';
import { Consent } from './consent-schema.ts';
import { HouseholdCard } from './household-schema.ts';
import {
  CONTACT_KINDS,
  DISABILITY_TYPES,
  EDUCATION,
  HOUSING,
  LIVES,
  MARITAL,
  SELF_CARE,
  SEPARATIONS,
  TARGET_GROUPS,
} from './terms.ts';

export const Sex = z.enum(['female', 'male', 'unknown']);
export const BirthPrecision = z.enum(['day', 'month', 'year']);

export const TargetGroup = z.enum(TARGET_GROUPS);
export type TargetGroup = z.infer<typeof TargetGroup>;

/** What adding somebody takes: a name is enough, the rest of the file comes when it comes. */
export const PersonFields = z.strictObject({
  name: z.string().trim().min(1).max(60),
  sex: Sex,
  /** The day of birth; with precision month or year, the first day of it. */
  bornOn: Day.nullable(),
  bornPrecision: BirthPrecision.nullable(),
  /** Where they live. */
  village: AreaCode.nullable(),
  /** The villagers' group 组, or building and stair: free words. */
  villageGroup: z.string().trim().max(40),
  /** Their own telephone; two may stand there, with a stroke between. */
  phone: z.string().trim().max(30),
  /** The groups they belong to now; dates and sources stand in `memberships`. */
  groups: z.array(TargetGroup).max(10),
});
export type PersonFields = z.infer<typeof PersonFields>;

/** A stretch of time in a target group; without a beginning: not known since when. */
export const Membership = z.strictObject({
  code: TargetGroup,
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  source: z.string().trim().max(60),
});
export type Membership = z.infer<typeof Membership>;

/** Who stands by a person: by name, or as a person of the station (then the name is theirs). */
export const Contact = z.strictObject({
  kind: z.enum(CONTACT_KINDS),
  person: Id.nullable(),
  name: z.string().trim().max(60),
  relation: z.string().trim().max(20),
  phone: z.string().trim().max(30),
});
export type Contact = z.infer<typeof Contact>;

/** The rest of the file. */
export const PersonDetails = z.strictObject({
  registeredArea: AreaCode.nullable(),
  registeredAddress: z.string().trim().max(120),
  livingAddress: z.string().trim().max(120),
  /** 人户分离: registered and living in one place, only registered here, only living here. */
  separation: z.enum(SEPARATIONS).nullable(),
  marital: z.enum(MARITAL).nullable(),
  education: z.enum(EDUCATION).nullable(),
  work: z.string().trim().max(60),
  housing: z.enum(HOUSING).nullable(),
  health: z.string().trim().max(200),
  disabilityType: z.enum(DISABILITY_TYPES).nullable(),
  /** 1 is the most severe. */
  disabilityLevel: z.int().min(1).max(4).nullable(),
  disabilityCertificate: z.boolean().nullable(),
  selfCare: z.enum(SELF_CARE).nullable(),
  /** 1 is seen most often; the intervals stand in the rules. */
  followUpLevel: z.int().min(1).max(6).nullable(),
  /** Nobody goes there alone. */
  notAlone: z.boolean(),
  notAloneWhy: z.string().trim().max(100),
  life: z.enum(LIVES),
  lifeOn: Day.nullable(),
  memberships: z.array(Membership).max(30),
  contacts: z.array(Contact).max(8),
});
export type PersonDetails = z.infer<typeof PersonDetails>;

/** The ID number as it is handed in: never part of an answer. */
const IdNumberIn = z.strictObject({
  idNumber: z.string().trim().min(1).max(30).nullable(),
  /** It fails its check, and yet the card says so. */
  idNumberAsWritten: z.boolean(),
});

/** A file as it is handed in: the light part, and of the rest whatever is known. */
export const NewFile = PersonFields.extend(PersonDetails.partial().shape).extend(IdNumberIn.partial().shape);
export type NewFile = z.infer<typeof NewFile>;

export const AddPerson = NewFile.extend({ station: Id, id: Id });
export type AddPerson = z.infer<typeof AddPerson>;
export const AddPeople = z.strictObject({
  station: Id,
  id: Id,
  people: z
    .array(NewFile.extend({ id: Id }))
    .min(1)
    .max(1000),
});
export type AddPeople = z.infer<typeof AddPeople>;
/** Changes the fields that are given, and no other. */
export const ChangePerson = NewFile.partial().extend({ station: Id, id: Id, version: Version });
export type ChangePerson = z.infer<typeof ChangePerson>;

/** A person in a list: enough to tell namesakes apart. */
export const PersonLine = z.object({
  id: Id,
  name: z.string(),
  /** How the name is said, without tones or spaces, and its initials: a device without network finds people by them. */
  pinyin: z.string(),
  initials: z.string(),
  sex: Sex,
  bornOn: Day.nullable(),
  bornPrecision: BirthPrecision.nullable(),
  village: AreaCode.nullable(),
  villageName: z.string(),
  villageGroup: z.string(),
  groups: z.array(TargetGroup),
  life: z.enum(LIVES),
  notAlone: z.boolean(),
  lastVisitOn: Day.nullable(),
  nextVisitOn: Day.nullable(),
});
export type PersonLine = z.infer<typeof PersonLine>;

/** An ID number as it is shown: its middle hidden; null where this installation has not the key. */
export const MaskedId = z.object({
  masked: z.string().nullable(),
  doubt: z.enum(['shape', 'birth', 'check-digit', 'against']).nullable(),
});
export type MaskedId = z.infer<typeof MaskedId>;

/** A file that was merged into this one, as it stands. */
export const MergedFile = z.object({
  merge: Id,
  person: PersonLine.extend({ phone: z.string(), idNumber: MaskedId.nullable() }),
  mergedAt: z.string(),
  mergedBy: z.string(),
  reason: z.string(),
});
export type MergedFile = z.infer<typeof MergedFile>;

/** The whole file of a person. */
export const Person = PersonLine.extend({
  phone: z.string(),
  ...PersonDetails.shape,
  contacts: z.array(Contact),
  memberships: z.array(Membership),
  registeredAreaName: z.string(),
  idNumber: MaskedId.nullable(),
  household: HouseholdCard.nullable(),
  consents: z.array(Consent),
  merged: z.array(MergedFile),
  /** How many other files may be the same person. */
  alike: z.int(),
  /** Who asked for the whole ID number; as far as the asker may know. */
  readings: z.array(z.object({ name: z.string(), at: z.string() })),
  version: Version,
  createdAt: z.string(),
});
export type Person = z.infer<typeof Person>;

/** What stands, as told to somebody whose edit came too late. */
export interface StandingPerson extends PersonLine, PersonDetails {
  phone: string;
  idNumber: MaskedId | null;
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
  /** Any part of the name, its pinyin or initials; a village; the last four signs or more of a number. */
  text: z.string().trim().min(1).max(40),
  limit: z.int().min(1).max(50).default(20),
});
export const FoundPeople = z.object({ items: z.array(PersonLine) });

export const GetPerson = z.strictObject({ station: Id, id: Id });

export const RevealIdNumber = z.strictObject({ station: Id, id: Id, reason: z.string().trim().max(100).default('') });
export const RevealedIdNumber = z.object({ id: Id, idNumber: z.string() });
