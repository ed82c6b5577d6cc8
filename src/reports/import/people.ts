import type { PersonReading, Who } from './readings.ts';
import { likeness } from './someone.ts';

/** A person the station knows already, as far as the asker may see. */
export interface KnownPerson {
  id: string;
  who: Who;
}

/** One person: of this file (with the positions of their rows), of the station, or both. */
export interface Someone {
  number: number;
  rows: number[];
  /** The description by which rows are matched: the first row's, or the station's. */
  who: Who;
  /** All descriptions, when several rows are of one person. */
  all: Who[];
  known: string | null;
}

export interface PeopleIndex {
  everyone: Someone[];
  byName: Map<string, Someone[]>;
  /** Who each row of the file is, by the row's position. */
  ofRow: Map<number, Someone>;
  /** Positions of rows whose sound ID number belongs to somebody of another name. */
  sameIdOtherName: Set<number>;
}

/** Names that differ by one sign, one of two kinds of the same: likely one person when the ID number is the same. */
function similarNames(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  return [...one].filter((sign, index) => sign !== other[index]).length <= 1;
}

/** By what two rows may turn out to be one person: the ID number's digits, or the name with birth day or phone. */
function clues(who: Who): string[] {
  const born = who.bornOn && who.precision === 'day' ? [`born ${who.key} ${who.bornOn}`] : [];
  const digits = who.id && who.id.number.length >= 17 ? [`id ${who.id.number.slice(0, 17)}`] : [];
  return [...born, ...digits, ...who.phones.map((phone) => `phone ${who.key} ${phone}`)];
}

/** What is known while rows are gathered. */
interface Gathering extends PeopleIndex {
  byClue: Map<string, Someone[]>;
  today: string;
}

function put(map: Map<string, Someone[]>, key: string, someone: Someone): void {
  const list = map.get(key);
  if (!list) map.set(key, [someone]);
  else if (!list.includes(someone)) list.push(someone);
}

function describe(gathering: Gathering, someone: Someone, who: Who): void {
  someone.all.push(who);
  put(gathering.byName, who.key, someone);
  for (const clue of clues(who)) put(gathering.byClue, clue, someone);
}

function addSomeone(gathering: Gathering, who: Who, known: string | null): Someone {
  const someone: Someone = { number: gathering.everyone.length, rows: [], who, all: [], known };
  gathering.everyone.push(someone);
  describe(gathering, someone, who);
  return someone;
}

/** The one person a description is of: alike to one of their descriptions and against none. */
function findSame(gathering: Gathering, who: Who): Someone | undefined {
  const candidates = new Set(clues(who).flatMap((clue) => gathering.byClue.get(clue) ?? []));
  return [...candidates].find((someone) => {
    const said = someone.all
      .filter((one) => similarNames(one.key, who.key))
      .map((one) => likeness(one, who, gathering.today));
    return said.includes('same') && !said.includes('different');
  });
}

function holdsSameId(gathering: Gathering, who: Who): boolean {
  if (!who.id || who.id.doubt) return false;
  const holders = gathering.byClue.get(`id ${who.id.number.slice(0, 17)}`) ?? [];
  return holders.some((someone) => someone.all.some((one) => !similarNames(one.key, who.key)));
}

function addRow(gathering: Gathering, position: number, person: PersonReading): void {
  if (holdsSameId(gathering, person)) gathering.sameIdOtherName.add(position);
  const same = findSame(gathering, person);
  if (same) describe(gathering, same, person);
  const someone = same ?? addSomeone(gathering, person, null);
  someone.rows.push(position);
  gathering.ofRow.set(position, someone);
}

/** Brings the rows of a file and the people already known together. Rows come with their position in the file. */
export function gatherPeople(
  rows: readonly { position: number; person: PersonReading }[],
  known: readonly KnownPerson[],
  today: string,
): PeopleIndex {
  const gathering: Gathering = {
    everyone: [],
    byName: new Map(),
    ofRow: new Map(),
    sameIdOtherName: new Set(),
    byClue: new Map(),
    today,
  };
  for (const { id, who } of known) {
    const same = findSame(gathering, who);
    if (same) describe(gathering, same, who);
    else addSomeone(gathering, who, id);
  }
  for (const { position, person } of rows) addRow(gathering, position, person);
  return gathering;
}
