import type { TargetGroup } from '../../people/schema.ts';
import { groupName } from '../import/target-groups.ts';
import { EVIDENCE, FORM, KIND, MET, NEED, SECTOR, SEX } from '../month/labels.ts';
import { type List, READ_LISTS } from '../month/ledgers.ts';
import type {
  ActivityListed,
  PersonListed,
  ResourceListed,
  VisitListed,
  VolunteerListed,
} from '../month/ledgers-store.ts';
import { hoursOf } from '../month/rules.ts';
import type { Value } from '../xlsx/sheet-xml.ts';
import { type Choice, FIXED, type PROFILE_FIELDS, type ProfileList } from './codes.ts';
import { kindOf, writeDay } from './rules.ts';
import type { Column, Layout } from './schema.ts';

/** A cell before it is written: one value, or the choices it holds. */
type Given = Value | readonly string[];
type Cells<List extends ProfileList, Row> = Record<keyof (typeof PROFILE_FIELDS)[List], (row: Row) => Given>;

const proven = (evidence: number) => (evidence >= 2 ? ['full'] : evidence === 1 ? ['half'] : ['hollow']);
const number = (value: string | null) => (value === null ? null : Number(value));

const PEOPLE: Cells<'people', PersonListed> = {
  name: (row) => row.name,
  sex: (row) => [row.sex],
  bornOn: (row) => row.born_on,
  village: (row) => row.village,
  villageGroup: (row) => row.village_group,
  phone: (row) => row.phone,
  groups: (row) => row.groups ?? [],
  followUpLevel: (row) => row.follow_up_level,
};
const VISITS: Cells<'visits', VisitListed> = {
  on: (row) => row.on,
  name: (row) => row.name,
  village: (row) => row.village,
  workers: (row) => row.workers,
  minutes: (row) => row.minutes,
  met: (row) => [row.met],
  needs: (row) => row.needs,
  note: (row) => row.note,
  nextOn: (row) => row.next_on,
  evidence: (row) => proven(row.evidence),
  daysLate: (row) => row.days_late,
};
const ACTIVITIES: Cells<'activities', ActivityListed> = {
  on: (row) => row.on,
  kind: (row) => [row.kind],
  title: (row) => row.title,
  place: (row) => row.place,
  minutes: (row) => row.minutes,
  personTimes: (row) => row.present + row.unnamed,
  names: (row) => row.names,
  workers: (row) => row.workers,
  spent: (row) => Number(row.spent),
  evidence: (row) => proven(row.evidence),
  note: (row) => row.note,
};
const VOLUNTEERS: Cells<'volunteers', VolunteerListed> = {
  name: (row) => row.name,
  village: (row) => row.village,
  acts: (row) => row.acts,
  hours: (row) => hoursOf(row.minutes),
  months: (row) => row.months,
};
const RESOURCES: Cells<'resources', ResourceListed> = {
  on: (row) => row.on,
  giver: (row) => row.giver,
  sector: (row) => [row.sector],
  form: (row) => [row.form],
  hours: (row) => (row.minutes === null ? null : hoursOf(row.minutes)),
  amount: (row) => number(row.amount),
  quantity: (row) => number(row.quantity),
  unit: (row) => row.unit,
  what: (row) => row.what,
};
const CELLS = { people: PEOPLE, visits: VISITS, activities: ACTIVITIES, volunteers: VOLUNTEERS, resources: RESOURCES };

/** Our own word for a choice, where the table has no code for it. */
const WORDS: Record<Choice, (choice: string) => string> = {
  sex: (choice) => SEX[choice as keyof typeof SEX],
  group: (choice) => groupName(choice as TargetGroup),
  met: (choice) => MET[choice as keyof typeof MET],
  need: (choice) => NEED[choice as keyof typeof NEED],
  kind: (choice) => KIND[choice as keyof typeof KIND],
  sector: (choice) => SECTOR[choice as keyof typeof SECTOR],
  form: (choice) => FORM[choice as keyof typeof FORM],
  evidence: (choice) => EVIDENCE[['hollow', 'half', 'full'].indexOf(choice)] ?? '',
};

function shown({ list, between }: Layout, column: Column, given: Given): Value {
  const kind = kindOf(list, column.field) ?? '';
  if (Array.isArray(given))
    return given
      .map((choice) => column.codes?.find(({ of }) => of === choice)?.code ?? WORDS[kind as Choice](choice))
      .join(between);
  return kind === 'date' && typeof given === 'string' ? writeDay(given, column.date) : (given as Value);
}

const WIDTH = 14;

/** The table of an outside platform as a list to be written: its own headers over our rows. */
export function tableOf(layout: Layout) {
  const cells = CELLS[layout.list] as Record<string, (row: never) => Given>;
  const columns = layout.columns.map((column): List<never>['columns'][number] => {
    const give = column.field === FIXED ? () => column.fixed ?? '' : (cells[column.field] ?? (() => null));
    return [column.header, WIDTH, (row) => shown(layout, column, give(row))];
  });
  return { list: { name: layout.sheet, columns }, read: READ_LISTS[layout.list] };
}
