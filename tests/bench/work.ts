import { randomUUID } from 'node:crypto';
import { checkDigitOf } from '../../src/people/id-number.ts';
import type { BenchClient } from './client.ts';
import type { Seat } from './host.ts';

const SURNAMES = [...'陈刘彭谢唐吴黄王李张赵周罗何谭邓曾欧蒋龙'];
const FIRST = [...'桂秀玉友德建国春小志思家美冬翠月银满运长水文天永金海云明永红'];
const SECOND = [...'珍兰梅福生平忠燕禾高雨宝莲香英娥花崽来根树华强芳军丽民霞林英'];

let counter = 0;
const pick = <T>(of: T[]): T => of[counter++ % of.length] as T;

/** A day of birth between 1930 and 2010. */
const bornOn = (nth: number) => new Date(Date.UTC(1930, 0, 1 + ((nth * 7919) % 29_000))).toISOString().slice(0, 10);

/** An ID number that passes its check; of a place code that stands in no list. */
function idNumber(nth: number, born: string): string {
  const digits = `990${String(101 + (nth % 800)).padStart(3, '0')}${born.replaceAll('-', '')}${String((nth * 2) % 1000).padStart(3, '0')}`;
  return digits + checkDigitOf(digits);
}

/** Somebody with all that the search finds people by. */
export function makePerson(villages: string[] = []) {
  const name = `${pick(SURNAMES)}${FIRST[(counter * 7) % FIRST.length]}${SECOND[(counter * 11 + (counter >> 5)) % SECOND.length]}`;
  const born = bornOn(counter);
  return {
    id: randomUUID(),
    name,
    sex: 'female',
    bornOn: born,
    bornPrecision: 'day',
    village: villages[counter % villages.length] ?? null,
    villageGroup: `${counter % 9} 组`,
    phone: String(13_000_000_000 + ((counter * 7_654_321) % 999_999_937)),
    idNumber: idNumber(counter, born),
    groups: ['elder-living-alone'],
  };
}

export function makeVisit(person?: string) {
  return {
    id: randomUUID(),
    ...(person ? { person } : {}),
    startedAt: new Date(Date.now() - 3_600_000 - counter++ * 1000).toISOString(),
    minutes: 30,
    needs: ['medical'],
    note: '降压药还剩 5 天，女儿周末回来带她去卫生院。',
    nextOn: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
  };
}

export async function send(client: BenchClient, name: string, input: unknown): Promise<void> {
  const answer = await client.post(`/rpc/${name}`, JSON.stringify({ json: input }), randomUUID());
  if (answer.status !== 200) throw new Error(`${name} ${answer.status}: ${answer.text}`);
}

/** A person, a first visit and ten more, each its own command. */
export async function intakeAsTwelve(client: BenchClient, { station }: Seat): Promise<void> {
  const person = makePerson();
  await send(client, 'people/add', { station, ...person });
  for (let visit = 0; visit < 11; visit++) {
    await send(client, 'ledger/recordVisit', { station, ...makeVisit(person.id) });
  }
}

/** The same as one command. */
export async function intakeAsOne(client: BenchClient, { station }: Seat): Promise<void> {
  const visits = Array.from({ length: 11 }, () => makeVisit());
  await send(client, 'ledger/recordIntake', { station, person: makePerson(), visits });
}
