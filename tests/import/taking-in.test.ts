import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readWorkbook } from '../../src/reports/import/read-workbook.ts';
import { changesBetween, type Contents, readContents } from '../doors/contents.ts';
import { setUpStation } from '../support/cast.ts';
import { startProgram, type TestProgram } from '../support/program.ts';
import { bookOf, handIn, type Keeper, rowsIn, takeIn } from './taking-in.ts';

let program: TestProgram;
let keeper: Keeper;

beforeAll(async () => {
  program = await startProgram();
  const { zhou, station } = await setUpStation(program.address);
  keeper = { client: zhou, station };
});
afterAll(() => program?.stop());

const ask = (name: string, input: object = {}) =>
  keeper.client.call(`reports/${name}`, { station: keeper.station, ...input });

describe('a real ledger', () => {
  let id: string;
  test('is handed in and looked at: nothing is in the books yet', async () => {
    const book = await readWorkbook(readFileSync('tests/import/data/station-ledger-1.xlsx'));
    const handed = await handIn(keeper, book);
    id = handed.id;
    expect(handed.tally).toEqual({ placed: 595, flagged: 26, held: 41, known: 0, skipped: 5, written: 0 });
  });
  test('is taken in', async () => {
    console.log(await takeIn(keeper, id));
    const { rows } = await program.database.owner.query(
      'select (select count(*)::int from heli.person) as p, (select count(*)::int from heli.visit) as v, (select count(*)::int from heli.attendance) as a, (select count(*)::int from heli.event) e',
    );
    console.log(
      rows,
      (await ask('import', { id })).body,
      JSON.stringify((await rowsIn(keeper, id, 'held')).slice(0, 3), null, 1),
    );
  });
});
void [randomUUID, beforeEach, changesBetween, readContents, bookOf];
export type X = Contents;
