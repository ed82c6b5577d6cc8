import { EVENT_KINDS, FORMS, NEEDS, SECTORS } from '../../ledger/codes.ts';
import { TARGET_GROUPS } from '../../people/terms.ts';

/** How outside tables write a day. */
export const DATE_FORMATS = ['YYYY-MM-DD', 'YYYY/MM/DD', 'YYYY.MM.DD', 'YYYYMMDD', 'YYYY年M月D日'] as const;

/** What each list can give to a column, and as what: words, a number, a day, or choices of a kind. */
export const PROFILE_FIELDS = {
  people: {
    name: 'text',
    sex: 'sex',
    bornOn: 'date',
    village: 'text',
    villageGroup: 'text',
    phone: 'text',
    groups: 'group',
    followUpLevel: 'number',
  },
  visits: {
    on: 'date',
    name: 'text',
    village: 'text',
    workers: 'text',
    minutes: 'number',
    met: 'met',
    needs: 'need',
    note: 'text',
    nextOn: 'date',
    evidence: 'evidence',
    daysLate: 'number',
  },
  activities: {
    on: 'date',
    kind: 'kind',
    title: 'text',
    place: 'text',
    minutes: 'number',
    personTimes: 'number',
    names: 'text',
    workers: 'text',
    spent: 'number',
    evidence: 'evidence',
    note: 'text',
  },
  volunteers: { name: 'text', village: 'text', acts: 'number', hours: 'number', months: 'number' },
  resources: {
    on: 'date',
    giver: 'text',
    sector: 'sector',
    form: 'form',
    hours: 'number',
    amount: 'number',
    quantity: 'number',
    unit: 'text',
    what: 'text',
  },
} as const;
export type ProfileList = keyof typeof PROFILE_FIELDS;
/** A column that says the same in every row. */
export const FIXED = 'fixed';

/** The choices for which an outside table may have codes. */
export const CHOICES = {
  sex: ['female', 'male', 'unknown'],
  group: TARGET_GROUPS,
  met: ['self', 'family', 'other', 'nobody'],
  need: NEEDS,
  kind: EVENT_KINDS,
  sector: SECTORS,
  form: FORMS,
  evidence: ['full', 'half', 'hollow'],
} as const;
export type Choice = keyof typeof CHOICES;
