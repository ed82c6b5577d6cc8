import { bornInYear } from './ages.ts';
import { nearlySame } from './id-number.ts';
import type { Who } from './readings.ts';
import { sameVillage } from './villages.ts';

/** What two descriptions of a person say about each other. */
export type Likeness = 'same' | 'different' | 'unsure';

/** The birth day a description is surest of: that of a sound ID number, else the written one. */
function birthDay(who: Who): string | undefined {
  if (who.id && !who.id.doubt) return who.id.bornOn ?? undefined;
  return who.precision === 'day' ? who.bornOn : undefined;
}

function birthYear(who: Who, today: string): number | undefined {
  const born = birthDay(who) ?? who.bornOn;
  return born ? Number(born.slice(0, 4)) : bornInYear(who, today);
}

function idsSay(one: Who, other: Who): Likeness {
  if (!one.id || !other.id) return 'unsure';
  if (one.id.number === other.id.number) return 'same';
  if (!one.id.doubt && !other.id.doubt) return 'different';
  return nearlySame(one.id.number, other.id.number) ? 'unsure' : 'different';
}

function birthsSay(one: Who, other: Who, today: string): Likeness {
  const [a, b] = [birthDay(one), birthDay(other)];
  if (a && b) return a === b ? 'same' : 'different';
  const [yearA, yearB] = [birthYear(one, today), birthYear(other, today)];
  if (yearA === undefined || yearB === undefined) return 'unsure';
  // Ages are counted from different days, and some count from one.
  return Math.abs(yearA - yearB) > 2 ? 'different' : 'unsure';
}

const sexesDiffer = (one: Who, other: Who) => one.sex !== undefined && other.sex !== undefined && one.sex !== other.sex;
const sharePhone = (one: Who, other: Who) => one.phones.some((phone) => other.phones.includes(phone));

/**
 * Whether two descriptions under one name are of one person. Equal ID numbers decide; else a contradiction (two sound
 * ID numbers, birth dates, sexes) makes them namesakes, and an equal birth day or phone number makes them one.
 */
export function likeness(one: Who, other: Who, today: string): Likeness {
  const ids = idsSay(one, other);
  if (ids !== 'unsure') return ids;
  const births = birthsSay(one, other, today);
  if (births === 'different' || sexesDiffer(one, other)) return 'different';
  return births === 'same' || sharePhone(one, other) ? 'same' : 'unsure';
}

/** What a row says against its being about this person; 'same' when it names them beyond doubt. */
export function pointsTo(row: Who, person: Who, today: string): Likeness {
  const said = likeness(row, person, today);
  if (said !== 'unsure') return said;
  const groupsDiffer =
    row.villageGroup !== '' && person.villageGroup !== '' && groupNumber(row) !== groupNumber(person);
  return groupsDiffer && sameVillage(row.village, person.village) ? 'different' : 'unsure';
}

const groupNumber = ({ villageGroup }: Who) => villageGroup.replace(/^第|村民|小?组$/g, '');
