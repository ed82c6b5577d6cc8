import type { TargetGroup } from '../../people/schema.ts';
import { readAge } from './ages.ts';
import { type BirthReading, readBirth, readDay, type DayFault, type YearHints } from './days.ts';
import type { Role } from './roles.ts';
import type { IdNumber } from '../../people/id-number.ts';
import { readIdCell } from './id-number.ts';
import type { Cell } from './book.ts';
import { readLevel } from './levels.ts';
import { type MinutesReading, readMinutes, type Unit } from './minutes.ts';
import { nameKey, readName } from './names.ts';
import { readRemark } from './remarks.ts';
import { readGroups } from './target-groups.ts';
import { kept, listed, plain } from './text.ts';
import { readVillage } from './villages.ts';

/** What a row tells of a person, enough to know one from another. */
export interface Who {
  name: string;
  key: string;
  village: string;
  villageGroup: string;
  id?: IdNumber;
  bornOn?: string;
  precision?: 'day' | 'month' | 'year';
  age?: number;
  /** The year in which the age held, where the sheet, the file or the row's own day says one. */
  asOf?: number;
  sex?: 'female' | 'male';
  phones: string[];
}

export interface PersonReading extends Who {
  groups: TargetGroup[];
  /** The follow-up level, 1 (seen most often) to 6. */
  level: number | null;
  phone: string;
  address: string;
  /** What the row remarks, as it stands in a new file; empty where it remarks nothing. */
  remark: string;
  movedAway: boolean;
  flags: Flag[];
}

export interface VisitReading {
  who: Who;
  day: { day: string; time?: string } | { fault: DayFault };
  minutes: number | null;
  workers: string[];
  note: string;
  needs: string;
  channel: 'in-person' | 'phone' | 'wechat';
  nextOn: string | null;
  movedAway: boolean;
  flags: Flag[];
}

/** What was noticed about a record that is placed all the same. */
export type Flag =
  | 'failed-id'
  | 'birth-against-id'
  | 'birth-unread'
  | 'birth-future'
  | 'age-unread'
  | 'sex-unread'
  | 'remark-shortened'
  | 'cut-short'
  | 'groups-unknown'
  | 'level-unread'
  | 'moved-away'
  | 'minutes-unread'
  | 'next-unread'
  | 'note-shortened'
  | 'duplicate-person'
  | 'already-known'
  | 'same-id-other-name';

/** Finds a record's cell by what it holds. */
export type Cells = (role: Role) => Cell;

function readPhones(cell: Cell): string[] {
  const numbers = plain(cell)
    .split(/[^\d-]+/)
    .map((part) => part.replace(/-/g, ''));
  return numbers.filter((part) => part.length >= 7 && part.length <= 12);
}

/** Neither sex, and nothing to be told of: the cell says that it is not known. */
const SEX_UNSAID = /^(未知|不详|无|[-—–/\\]+)?$/;

function readSex(cell: Cell): 'female' | 'male' | undefined {
  const word = plain(cell).toLowerCase();
  if (/^(女性?|f(emale)?|2)$/.test(word)) return 'female';
  return /^(男性?|m(ale)?|1)$/.test(word) ? 'male' : undefined;
}

interface WhoReading {
  who: Who;
  movedAway: boolean;
  volunteer: boolean;
}

/** A value only when there is one: what a row does not say is left out. */
const told = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<K, V>>;

/** A birth date from its own column, else from that of ages. */
function birthIn(cells: Cells, since1904: boolean): BirthReading {
  const birth = readBirth(cells('birth'), since1904);
  const aged = readAge(cells('age'), since1904);
  return 'fault' in birth && 'bornOn' in aged ? aged : birth;
}

/** Reads whom a row speaks of; `asOf` is the year in which its ages held. */
export function readWho(
  cells: Cells,
  { since1904 = false, asOf }: { since1904?: boolean; asOf?: number | undefined } = {},
): WhoReading {
  const named = readName(cells('name'));
  const address = plain(cells('address'));
  const village = readVillage(
    plain(cells('village')) || named.place || (/村|社区|居委会/.test(address) ? address : ''),
  );
  const id = readIdCell(cells('idNumber'));
  const birth = birthIn(cells, since1904);
  const born = 'bornOn' in birth ? birth : undefined;
  const aged = readAge(cells('age'), since1904);
  const age = 'age' in aged ? aged.age : named.age;
  const phones = [...readPhones(cells('phone')), ...(named.phone ? [named.phone] : [])];
  const who: Who = {
    name: named.name,
    key: nameKey(named.name),
    village: village.village,
    villageGroup: plain(cells('villageGroup')) || village.group,
    phones,
    ...told('id', id),
    ...told('bornOn', born?.bornOn),
    ...told('precision', born?.precision),
    ...told('age', age),
    ...told('asOf', age === undefined ? undefined : asOf),
    ...told('sex', readSex(cells('sex')) ?? named.sex),
  };
  return { who, movedAway: named.movedAway, volunteer: named.volunteer };
}

const MOVED_REMARK = /^已?(搬走|搬离|迁出|迁走|外迁)/;

/** What the rows of a sheet are read by: its calendar and years, and the grades that its column of levels uses. */
export interface PersonContext {
  since1904?: boolean | undefined;
  years?: readonly number[] | undefined;
  grades?: readonly string[] | undefined;
}

/** The latest year that a title speaks of: what a list says held then. */
const latest = (years: readonly number[]) => (years.length > 0 ? Math.max(...years) : undefined);

/** Longest texts that a file keeps. */
const MOST = { name: 60, group: 40, phone: 30, address: 120 };

/** Whether a file cannot hold a text whole; a village that no area bears stands before its group. */
function isCutShort({ name, village, villageGroup }: Who, { phone, address }: { phone: string; address: string }) {
  const group = `${village} ${villageGroup}`.length > MOST.group;
  return name.length > MOST.name || group || phone.length > MOST.phone || address.length > MOST.address;
}

/** What was noticed about whom a row speaks of. */
function flagsOf(cells: Cells, who: Who, since1904: boolean): Flag[] {
  const birth = readBirth(cells('birth'), since1904);
  const aged = readAge(cells('age'), since1904);
  const flags: Flag[] = [];
  if (who.id?.doubt) flags.push('failed-id');
  if ('fault' in birth && birth.fault === 'unread') flags.push('birth-unread');
  if ('fault' in aged && aged.fault === 'age-unread') flags.push('age-unread');
  if (!readSex(cells('sex')) && !SEX_UNSAID.test(plain(cells('sex')))) flags.push('sex-unread');
  return flags;
}

/** Reads a row of a list of people. */
export function readPerson(cells: Cells, context: PersonContext = {}): PersonReading {
  const { since1904 = false, years = [], grades } = context;
  const { who, movedAway } = readWho(cells, { since1904, asOf: latest(years) });
  const { groups, unknown } = readGroups(cells('groups'));
  const flags = flagsOf(cells, who, since1904);
  if (unknown.length > 0) flags.push('groups-unknown');
  const level = readLevel(cells('level'), grades);
  if ('fault' in level) flags.push('level-unread');
  const sure = who.id && !who.id.doubt ? who.id : undefined;
  const fromId = sure?.bornOn ?? undefined;
  if (fromId && who.bornOn && !agrees(who, fromId)) flags.push('birth-against-id');
  const moved = movedAway || MOVED_REMARK.test(plain(cells('remark')));
  if (moved) flags.push('moved-away');
  const { remark, shortened } = readRemark(cells('remark'));
  if (shortened) flags.push('remark-shortened');
  const phone = plain(cells('phone')) || who.phones.join('/');
  const address = kept(cells('address'));
  if (isCutShort(who, { phone, address })) flags.push('cut-short');
  const completed = fromId && !who.bornOn ? { bornOn: fromId, precision: 'day' as const } : {};
  const sex = who.sex ?? sure?.sex ?? undefined;
  return {
    ...who,
    ...completed,
    ...told('sex', sex),
    groups: groups.slice(0, 10),
    level: 'level' in level ? level.level : null,
    phone: phone.slice(0, MOST.phone),
    address: address.slice(0, MOST.address),
    remark,
    movedAway: moved,
    flags,
  };
}

/** Whether a birth date as exact as it was written agrees with a day. */
function agrees({ bornOn = '', precision }: Who, day: string): boolean {
  const length = precision === 'year' ? 4 : precision === 'month' ? 7 : 10;
  return bornOn.slice(0, length) === day.slice(0, length);
}

function minutesOf(cells: Cells, unit: Unit | undefined): MinutesReading {
  const written = readMinutes(cells('minutes'), unit);
  const [from, to] = [plain(cells('startTime')), plain(cells('endTime'))];
  if (!('fault' in written) || from === '' || to === '') return written;
  return readMinutes(`${from}-${to}`);
}

function dayCell(cells: Cells): Cell {
  const whole = cells('date');
  const [year, month, day] = [plain(cells('year')), plain(cells('month')), plain(cells('dayOfMonth'))];
  if (whole !== null || month === '' || day === '') return whole;
  const parts = [year, month, day].filter(Boolean).map((part) => part.replace(/[年月日]/g, ''));
  return parts.join('/');
}

/** The day a row stands for, as it is written (one cell, or month and day in two). */
export const rowDay = (cells: Cells, hints: YearHints): VisitReading['day'] => readDay(dayCell(cells), hints);

/** The longest note a record keeps; the whole text stays with the source row. */
const MOST_NOTE = 2000;

/** Reads a row of a list of visits. */
export function readVisit(cells: Cells, context: YearHints & { unit: Unit | undefined }): VisitReading {
  const day = rowDay(cells, context);
  const asOf = 'day' in day ? Number(day.day.slice(0, 4)) : latest(context.years);
  const { who, movedAway } = readWho(cells, { since1904: context.since1904 ?? false, asOf });
  const minutes = minutesOf(cells, context.unit);
  const next = readDay(cells('nextOn'), context);
  const note = [kept(cells('note')), kept(cells('remark'))].filter(Boolean).join(' ');
  const moved = movedAway || MOVED_REMARK.test(plain(cells('remark')));
  const flags: Flag[] = [];
  if (moved) flags.push('moved-away');
  if ('fault' in minutes && minutes.fault === 'minutes-unread') flags.push('minutes-unread');
  if ('fault' in next && next.fault !== 'no-date') flags.push('next-unread');
  if (note.length > MOST_NOTE) flags.push('note-shortened');
  const channel = plain(cells('channel'));
  return {
    who,
    day,
    minutes: 'minutes' in minutes ? minutes.minutes : null,
    workers: listed(cells('workers')),
    note: note.slice(0, MOST_NOTE),
    needs: kept(cells('needs')),
    channel: /电话|手机/.test(channel) ? 'phone' : /微信|线上/.test(channel) ? 'wechat' : 'in-person',
    nextOn: 'day' in next ? next.day : null,
    movedAway: moved,
    flags,
  };
}
