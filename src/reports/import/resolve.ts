import { withoutHousehold } from './names.ts';
import type { PeopleIndex, Someone } from './people.ts';
import type { Who } from './readings.ts';
import { pointsTo } from './someone.ts';
import { sameVillage } from './villages.ts';

export type PersonFault = 'no-name' | 'unknown-person' | 'other-village' | 'against-row' | 'ambiguous-person';

/** Whom a row means; or why nobody can be sure, and who it may be. */
export type Resolution = { someone: Someone } | { fault: PersonFault; candidates: Someone[] };

const lives = (someone: Someone, village: string) => someone.all.some((who) => sameVillage(who.village, village));

/** Those of a village; with none of them there, those whose village nobody wrote down. */
function inVillage(everyone: readonly Someone[], village: string): Someone[] {
  return village === '' ? [...everyone] : everyone.filter((someone) => lives(someone, village));
}

function judge(someone: Someone, row: Who, today: string): 'same' | 'different' | 'unsure' {
  const said = someone.all.map((who) => pointsTo(row, who, today));
  if (said.includes('same')) return 'same';
  return said.every((one) => one === 'different') ? 'different' : 'unsure';
}

/** Narrows people of one name by what else the row says. */
function choose(candidates: Someone[], row: Who, today: string): Resolution {
  const judged = candidates.map((someone) => ({ someone, said: judge(someone, row, today) }));
  const sure = judged.filter((one) => one.said === 'same');
  const open = sure.length > 0 ? sure : judged.filter((one) => one.said !== 'different');
  const [only, second] = open;
  if (only && !second) return { someone: only.someone };
  const fault = open.length > 1 ? 'ambiguous-person' : 'against-row';
  return { fault, candidates: open.length > 1 ? open.map((one) => one.someone) : candidates };
}

/**
 * Whom a row means, by name and village and, among namesakes, by ID number, phone, birth date, age, sex or villagers'
 * group. Nobody is guessed: a name unknown in the village, or two who may be meant, are left to people.
 */
export function resolvePerson(row: Who, index: PeopleIndex, today: string): Resolution {
  if (row.key === '') return { fault: 'no-name', candidates: [] };
  const named = index.byName.get(row.key) ?? index.byName.get(withoutHousehold(row.key)) ?? [];
  if (named.length === 0) return { fault: 'unknown-person', candidates: [] };
  const near = inVillage(named, row.village);
  if (near.length > 0) return choose(near, row, today);
  const sure = named.filter((someone) => judge(someone, row, today) === 'same');
  const [only, second] = sure;
  return only && !second ? { someone: only } : { fault: 'other-village', candidates: named };
}
