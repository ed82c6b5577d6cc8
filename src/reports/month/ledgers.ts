import type { TargetGroup } from '../../people/schema.ts';
import { HeliError } from '../../platform/errors.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import { groupName } from '../import/target-groups.ts';
import { EVIDENCE, FORM, KIND, MET, NEED, SECTOR, SEX } from './labels.ts';
import {
  type ActivityListed,
  listActivitiesWhole,
  listPeopleWhole,
  listResourcesWhole,
  listVisitsWhole,
  listVolunteersWhole,
  type PageOf,
  type PersonListed,
  type ResourceListed,
  type Stretch,
  type VisitListed,
  type VolunteerListed,
} from './ledgers-store.ts';
import { hoursOf } from './rules.ts';
import type { LEDGERS } from './schema.ts';
import type { Value, WrittenSheet } from '../xlsx/sheet-xml.ts';

/** Rows of one list in one file. */
export const MOST_LISTED = 60_000;

/** A list: its columns with their widths in characters, and how a row fills them. */
export interface List<Row> {
  name: string;
  columns: [header: string, width: number, show: (row: Row) => Value][];
}

const PEOPLE: List<PersonListed> = {
  name: '服务对象',
  columns: [
    ['姓名', 10, (row) => row.name],
    ['性别', 6, (row) => SEX[row.sex]],
    ['出生日期', 12, (row) => row.born_on],
    ['村居', 18, (row) => row.village],
    ['组、楼栋', 10, (row) => row.village_group],
    ['电话', 14, (row) => row.phone],
    ['类别', 28, (row) => (row.groups ?? []).map((code) => groupName(code as TargetGroup)).join('、')],
    ['跟进级别', 10, (row) => row.follow_up_level],
  ],
};

const VISITS: List<VisitListed> = {
  name: '走访',
  columns: [
    ['日期', 11, (row) => row.on],
    ['姓名', 10, (row) => row.name],
    ['村居', 18, (row) => row.village],
    ['谁去的', 10, (row) => row.workers],
    ['分钟', 6, (row) => row.minutes],
    ['见到谁', 12, (row) => MET[row.met]],
    ['需要', 14, (row) => row.needs.map((need) => NEED[need]).join('、')],
    ['情况', 36, (row) => row.note],
    ['下次走访', 11, (row) => row.next_on],
    ['凭证', 7, (row) => EVIDENCE[row.evidence] ?? null],
    ['晚几天记的', 7, (row) => row.days_late],
  ],
};

const ACTIVITIES: List<ActivityListed> = {
  name: '活动和签到',
  columns: [
    ['日期', 11, (row) => row.on],
    ['种类', 9, (row) => KIND[row.kind]],
    ['名称', 18, (row) => row.title],
    ['地点', 12, (row) => row.place],
    ['分钟', 6, (row) => row.minutes],
    ['到场（人次）', 9, (row) => row.present + row.unnamed],
    ['到场的', 32, (row) => row.names],
    ['没记名字的（人次）', 10, (row) => row.unnamed],
    ['没到的', 16, (row) => row.absent],
    ['社工', 9, (row) => row.workers],
    ['支出（元）', 9, (row) => Number(row.spent)],
    ['凭证', 7, (row) => EVIDENCE[row.evidence] ?? null],
    ['情况', 26, (row) => row.note],
  ],
};

const VOLUNTEERS: List<VolunteerListed> = {
  name: '志愿者',
  columns: [
    ['姓名', 10, (row) => row.name],
    ['村居', 18, (row) => row.village],
    ['次数', 8, (row) => row.acts],
    ['小时', 8, (row) => hoursOf(row.minutes)],
    ['来过几个月', 12, (row) => row.months],
  ],
};

const amount = (value: string | null) => (value === null ? null : Number(value));
const RESOURCES: List<ResourceListed> = {
  name: '资源',
  columns: [
    ['日期', 11, (row) => row.on],
    ['谁给的', 22, (row) => row.giver],
    ['哪一方', 12, (row) => SECTOR[row.sector]],
    ['给了什么', 10, (row) => FORM[row.form]],
    ['小时', 8, (row) => (row.minutes === null ? null : hoursOf(row.minutes))],
    ['金额（元）', 12, (row) => amount(row.amount)],
    ['数量', 8, (row) => amount(row.quantity)],
    ['单位', 8, (row) => row.unit],
    ['用在', 24, (row) => row.what],
  ],
};

/** Rows fetched at a time: what is written is forgotten before the next are read. */
const AT_A_TIME = 5_000;

type Read<Row> = (transaction: Transaction, at: PageOf<Row>) => Promise<Row[]>;

async function* rowsOf<Row>(list: List<Row>, read: Read<Row>, { transaction, at }: Reading): AsyncGenerator<Value[]> {
  const readAfter = (after: Row | null) => read(transaction, { ...at, after, limit: AT_A_TIME });
  let count = 0;
  for (let reading: Promise<Row[]> | undefined = readAfter(null); reading; ) {
    const rows: Row[] = await reading;
    count += rows.length;
    if (count > MOST_LISTED) throw new HeliError('invalid', 'ledger-too-long', { params: { limit: MOST_LISTED } });
    // The next rows are read while these are written.
    reading = rows.length < AT_A_TIME ? undefined : readAfter(rows.at(-1) ?? null);
    reading?.catch(() => undefined); // told where it is awaited
    for (const row of rows) yield list.columns.map(([, , show]) => show(row));
  }
}

interface Reading {
  transaction: Transaction;
  at: Stretch;
}

type Sheet = (reading: Reading, title: string) => WrittenSheet;

/** A sheet of a list, whose rows are read while it is written. */
export const sheetOf =
  <Row>(list: List<Row>, read: Read<Row>): Sheet =>
  (reading, title) => ({
    name: list.name,
    title: `${title} ${list.name}明细`,
    head: list.columns.map(([header]) => header),
    widths: list.columns.map(([, width]) => width),
    rows: rowsOf(list, read, reading),
    none: `这段时间没有记到${list.name}。`,
  });

type Ledger = (typeof LEDGERS)[number];

/** How each list is read. */
export const READ_LISTS = {
  people: listPeopleWhole,
  visits: listVisitsWhole,
  activities: listActivitiesWhole,
  volunteers: listVolunteersWhole,
  resources: listResourcesWhole,
};

const SHEETS: Record<Ledger, Sheet> = {
  people: sheetOf(PEOPLE, READ_LISTS.people),
  visits: sheetOf(VISITS, READ_LISTS.visits),
  activities: sheetOf(ACTIVITIES, READ_LISTS.activities),
  volunteers: sheetOf(VOLUNTEERS, READ_LISTS.volunteers),
  resources: sheetOf(RESOURCES, READ_LISTS.resources),
};

/**
 * The lists of a stretch of months, a sheet each: people, visits, activities with attendance, volunteers, resources.
 * Their rows are read while they are written, and throw ledger-too-long beyond MOST_LISTED.
 */
export function ledgerSheets(
  transaction: Transaction,
  at: Stretch,
  { title, lists }: { title: string; lists: readonly Ledger[] },
): WrittenSheet[] {
  return lists.map((list) => SHEETS[list]({ transaction, at }, title));
}
