import { HeliError } from '../platform/errors.ts';
import type { Seal } from '../platform/seal.ts';
import type { FileRow, LastChange } from './file-store.ts';
import { maskIdNumber } from './id-number.ts';
import { idEndMark, NO_ID, type SealedId, sealedFor, sealId, type WholeFile } from './person-columns.ts';
import { EMPTY_DETAILS, type FilePart, groupsOn, idDoubtOf, withGroups } from './rules.ts';
import type { ChangePerson, MaskedId, Membership, PersonDetails, StandingPerson } from './schema.ts';
import { personLine } from './store.ts';

type Keyed = { county: number; seal: Seal };

/** The whole ID number of a file; undefined where there is none, or another installation's key sealed it. */
export function openId(row: Pick<FileRow, 'id' | 'id_sealed'>, { county, seal }: Keyed): string | undefined {
  return row.id_sealed ? seal.open(row.id_sealed, sealedFor(county, row.id)) : undefined;
}

/** A file's ID number as it may be shown. */
export function maskedId(row: Pick<FileRow, 'id' | 'id_sealed' | 'id_doubt'>, keyed: Keyed): MaskedId | null {
  if (!row.id_sealed) return null;
  const number = openId(row, keyed);
  return { masked: number === undefined ? null : maskIdNumber(number), doubt: row.id_doubt };
}

/** The part of a file that is not in its line. */
export function detailsOf(row: FileRow): PersonDetails {
  const fields = Object.keys(EMPTY_DETAILS) as (keyof typeof EMPTY_DETAILS)[];
  const details = Object.fromEntries(fields.map((field) => [field, row[field]])) as typeof EMPTY_DETAILS;
  return { ...details, memberships: row.memberships ?? [], contacts: row.contacts ?? [] };
}

/** A person's file as it stands, for somebody whose edit came too late: with who changed it last, and when. */
export function standing(row: FileRow, change: LastChange, keyed: Keyed): StandingPerson {
  return {
    ...personLine(row),
    ...detailsOf(row),
    phone: row.phone,
    idNumber: maskedId(row, keyed),
    version: row.version,
    changedAt: change.changed_at.toISOString(),
    changedBy: change.changed_by,
  };
}

/** Fields that are written together have one name in the versions: an edit of one is an edit of the other. */
const NAMED: Record<string, string> = {
  groups: 'memberships',
  bornPrecision: 'bornOn',
  idNumberAsWritten: 'idNumber',
  notAloneWhy: 'notAlone',
  lifeOn: 'life',
};

/** The fields that an edit speaks of. */
export function fieldsIn(part: FilePart): string[] {
  const given = Object.entries(part).filter(([, value]) => value !== undefined);
  return [...new Set(given.map(([field]) => NAMED[field] ?? field))];
}

/** Whether somebody changed one of these fields after the version that an edit was based on. */
export function isLate(row: FileRow, version: number, fields: readonly string[]): boolean {
  const all = row.field_versions['*'] ?? 1;
  return version > row.version || fields.some((field) => (row.field_versions[field] ?? all) > version);
}

export interface Edited {
  /** The file as it will stand, with the ID number where it is known. */
  file: FilePart & { id: string; name: string };
  memberships: Membership[];
}

/** What an edit makes of a file. */
export function edited(row: FileRow, part: FilePart, { day, ...keyed }: Keyed & { day: string }): Edited {
  const given = Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as FilePart;
  const known = given.idNumber === undefined ? openId(row, keyed) : undefined;
  const before = { ...lineFields(row), ...detailsOf(row) };
  const memberships = given.memberships ?? before.memberships;
  const groups = given.groups ?? (given.memberships ? groupsOn(memberships, day) : undefined);
  return {
    file: {
      ...before,
      ...(known ? { idNumber: known, idNumberAsWritten: row.id_doubt !== null } : {}),
      ...given,
      id: row.id,
      name: given.name ?? row.name,
    },
    memberships: groups ? withGroups(memberships, groups, day) : memberships,
  };
}

function lineFields(row: FileRow) {
  const { name, sex, bornOn, bornPrecision, village, villageGroup } = personLine(row);
  return { name, sex, bornOn, bornPrecision, village, villageGroup, phone: row.phone };
}

/** The ID number of an edited file: sealed anew, or left as it rests, with its doubt looked at again. */
export function idAfter(
  row: FileRow,
  { file }: Edited,
  { county, seal, changed }: Keyed & { changed: boolean },
): SealedId {
  if (changed) return sealId(seal, file, sealedFor(county, row.id));
  if (!row.id_sealed) return NO_ID;
  return {
    sealed: row.id_sealed,
    index: row.id_index,
    doubt: file.idNumber ? idDoubtOf(file) : row.id_doubt,
    mark:
      row.marks.find((mark) => mark.startsWith('=')) ??
      (file.idNumber ? idEndMark(seal, file.idNumber.slice(-4)) : null),
  };
}

/** The fields whose values an edit changes; an ID number that was handed in counts as changed. */
export function changedFields(
  row: FileRow,
  after: WholeFile,
  { memberships, part }: { memberships: Membership[]; part: FilePart },
): string[] {
  const before: Record<string, unknown> = { ...lineFields(row), ...detailsOf(row) };
  const now: Record<string, unknown> = { ...after, memberships, contacts: part.contacts ?? row.contacts ?? [] };
  const differs = (field: string) => JSON.stringify(before[field] ?? null) !== JSON.stringify(now[field] ?? null);
  const changed = Object.keys(before).filter(differs);
  return [
    ...new Set([
      ...changed.map((field) => NAMED[field] ?? field),
      ...(part.idNumber === undefined ? [] : ['idNumber']),
    ]),
  ];
}

/** Refuses a change of a file that stands behind another: the other one is to be changed. */
export function refuseMerged(row: Pick<FileRow, 'merged_into'>): void {
  if (row.merged_into)
    throw new HeliError('not-allowed-now', 'person-merged', { theirs: { survivor: row.merged_into } });
}

/** What is handed in of a change, without what says whose file it is. */
export function partOf({ station: _, id: __, version: ___, ...part }: ChangePerson): FilePart {
  return part;
}
