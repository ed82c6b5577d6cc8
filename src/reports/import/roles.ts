/** What a column of a ledger says of a person. */
export const PERSON_ROLES = [
  'name',
  'sex',
  'idNumber',
  'birth',
  'age',
  'village',
  'villageGroup',
  'address',
  'groups',
  'level',
  'phone',
] as const;

/** What a column of a ledger holds. */
export const ROLES = [
  ...PERSON_ROLES,
  'date',
  'year',
  'month',
  'dayOfMonth',
  'workers',
  'minutes',
  'startTime',
  'endTime',
  'channel',
  'note',
  'needs',
  'nextOn',
  'activity',
  'attendees',
  'place',
  'remark',
  'session',
  'unused',
] as const;
export type Role = (typeof ROLES)[number];
