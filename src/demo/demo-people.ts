import { randomUUID } from 'node:crypto';
import type { AddPerson } from '../people/schema.ts';
import { checkDigitOf } from '../people/id-number.ts';
import type { Chance } from './chance.ts';
import { FEMALE_NAMES, MALE_NAMES, SURNAMES } from './made-up.ts';

type MadeUpPerson = Omit<AddPerson, 'station'>;

interface Life {
  child: boolean;
  female: boolean;
  year: number;
  bornOn: string;
}

function makeLife(chance: Chance): Life {
  const female = chance.below(100) < 58;
  const child = chance.below(100) < 15;
  const year = child ? 2013 + chance.below(7) : 1934 + chance.below(28);
  const two = (number: number) => String(number).padStart(2, '0');
  return { female, child, year, bornOn: `${year}-${two(1 + chance.below(12))}-${two(1 + chance.below(28))}` };
}

/** A number of the made-up county 990101, which no real card can have. */
function idNumberOf({ bornOn, female }: Life, nth: number): string {
  const order = 100 + (nth % 400) * 2 + (female ? 0 : 1);
  const seventeen = `990101${bornOn.replaceAll('-', '')}${order}`;
  return seventeen + checkDigitOf(seventeen);
}

function groupsOf({ child, year }: Life, chance: Chance): MadeUpPerson['groups'] {
  if (child) return [chance.one(['child-left-behind', 'child-in-difficulty'] as const)];
  const poor = chance.below(100) < 30 ? [chance.one(['dibao', 'tekun', 'dibao-margin'] as const)] : [];
  if (year < 1947) return ['elder-living-alone', 'elder-very-old', ...poor];
  return [chance.one(['disabled', 'elder-empty-nest', 'elder-left-behind', 'mental-disorder'] as const), ...poor];
}

/** Somebody who does not exist, with as much of a file as stations really have. */
export function makePerson(chance: Chance, villages: readonly string[], nth: number): MadeUpPerson {
  const life = makeLife(chance);
  const old = life.year < 1947;
  return {
    id: randomUUID(),
    name: `${chance.one(SURNAMES)}${chance.one(life.female ? FEMALE_NAMES : MALE_NAMES)}`,
    sex: life.female ? 'female' : 'male',
    bornOn: life.bornOn,
    bornPrecision: 'day',
    village: chance.one(villages),
    villageGroup: `${1 + chance.below(6)} 组`,
    phone: chance.below(3) === 0 ? '' : `0000-${String(1000000 + nth * 7 + chance.below(7))}`,
    groups: groupsOf(life, chance),
    ...(chance.below(10) < 8 ? { idNumber: idNumberOf(life, nth) } : {}),
    separation: chance.below(10) === 0 ? 'living-only' : 'same',
    ...(life.child
      ? {}
      : {
          selfCare: old ? chance.one(['full', 'half', 'half', 'none'] as const) : 'full',
          health: old ? '高血压' : '',
        }),
    followUpLevel: old ? 4 + chance.below(2) : 5 + chance.below(2),
  };
}
