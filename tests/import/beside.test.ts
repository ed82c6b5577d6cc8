// A ledger comes in beside what is in the books: known people are found, nothing is recorded twice, words stay said.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { main } from '../../src/cli/heli.ts';
import { proposeLayout } from '../../src/reports/import/layout.ts';
import { readWorkbook } from '../../src/reports/import/read-workbook.ts';
import type { TestProgram } from '../support/program.ts';
import { idNumber, type MadeSheet, workbook } from './ledgers.ts';
import { bookOf, handIn, type Ask, type Keeper, openKeeper, rowsIn, takeIn } from './taking-in.ts';

let program: TestProgram;
let keeper: Keeper;
let ask: Ask;

beforeAll(async () => {
  ({ program, keeper, ask } = await openKeeper());
});
afterAll(() => program?.stop());

async function count(table: string): Promise<number> {
  const { rows } = await program.database.owner.query<{ n: number }>(`select count(*)::int as n from heli.${table}`);
  return rows[0]?.n ?? 0;
}

describe('a ledger beside what is in the books', () => {
  const person = {
    name: '甲一',
    sex: 'female',
    bornOn: null,
    bornPrecision: null,
    village: null,
    villageGroup: '东山村',
    phone: '13900000001',
    groups: [],
  };
  const visits = (...rows: (string | number | null)[][]): MadeSheet => ({
    name: '走访',
    rows: [['日期', '村', '姓名', '时长', '情况'], ...rows],
  });
  const people: MadeSheet = {
    name: '名册',
    rows: [
      ['姓名', '身份证号', '村', '电话'],
      ['甲一', idNumber('1950-03-04', '122'), '东山村', '13900000001'],
    ],
  };
  let known: string;

  beforeAll(async () => {
    known = randomUUID();
    expect((await ask('people/add', { id: known, ...person })).status).toBe(200);
    const visit = { id: randomUUID(), person: known, startedAt: '2026-06-03T01:30:00Z', minutes: 30, needs: [] };
    expect((await ask('ledger/recordVisit', { ...visit, note: '', nextOn: null })).status).toBe(200);
  });

  test('a visit that was recorded already is not recorded twice; with other minutes a person is asked', async () => {
    const book = await bookOf([
      visits(['2026-06-03', '东山村', '甲一', 30, '看望'], ['2026-06-03', '东山村', '甲一', 50, '送米']),
    ]);
    const { id, tally } = await handIn(keeper, book);
    expect(tally).toMatchObject({ placed: 0, held: 1, known: 1 });
    const [held] = await rowsIn(keeper, id, 'held');
    expect(held.reasons).toEqual(['same-day']);
    const before = await count('visit');
    await ask('reports/reviewImport', { id, positions: [held.position], choice: { kind: 'twice' } });
    await takeIn(keeper, id);
    expect(await count('visit')).toBe(before + 1);
    expect((await ask('reports/undoImport', { id })).status).toBe(200);
  });

  test('a person the station knows is not made again, and their rows find them', async () => {
    const { id, tally } = await handIn(
      keeper,
      await bookOf([people, visits(['2026-06-04', '东山村', '甲一', 20, '看望'])]),
    );
    expect(tally).toMatchObject({ placed: 1, flagged: 1, held: 0 });
    const before = await count('person');
    await takeIn(keeper, id);
    expect(await count('person')).toBe(before);
    const { rows } = await program.database.owner.query(
      `select count(*)::int as n from heli.event where subject_id = $1 and note = '看望'`,
      [known],
    );
    expect(rows).toEqual([{ n: 1 }]);
    expect((await ask('reports/undoImport', { id })).status).toBe(200);
  });

  test('a namesake chosen and a new person made before the rows go in stay chosen', async () => {
    const namesakes: MadeSheet = {
      name: '名册',
      rows: [
        ['姓名', '出生日期', '村'],
        ['乙二', '1950-03-04', '西河村'],
        ['乙二', '1981-05-06', '西河村'],
      ],
    };
    const rows = visits(
      ['2026-06-03', '西河村', '乙二', 30, '第一次'],
      ['2026-06-04', '西河村', '丙三', 30, '第一次'],
      ['2026-06-05', '西河村', '丙三', 30, '第二次'],
    );
    const { id, tally } = await handIn(keeper, await bookOf([namesakes, rows]));
    expect(tally).toMatchObject({ placed: 2, held: 3 });
    const [who, first] = await rowsIn(keeper, id, 'held');
    const chosen = who.candidates.find((one: { age: number }) => one.age < 60);
    const choice = { kind: 'person', person: chosen.id };
    expect((await ask('reports/reviewImport', { id, positions: [who.position], choice })).status).toBe(200);
    const make = { kind: 'new-person', person: randomUUID() };
    const both = { id, positions: [first.position, ...first.alike], choice: make };
    expect((await ask('reports/reviewImport', both)).status).toBe(200);
    await takeIn(keeper, id);
    const { rows: found } = await program.database.owner.query(
      `select p.name, p.born_on::text as born, count(*)::int as visits from heli.event e join heli.person p on p.id = e.subject_id
        where p.village_group like '西河村%' group by 1, 2 order by 1`,
    );
    expect(found).toEqual([
      { name: '丙三', born: null, visits: 2 },
      { name: '乙二', born: '1981-05-06', visits: 1 },
    ]);
    expect((await ask('reports/undoImport', { id })).status).toBe(200);
  });

  test('an import that was interrupted goes on where it stopped', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => ['2026-05-20', '东山村', '甲一', 10 + index, `第${index}次`]);
    const { id } = await handIn(keeper, await bookOf([visits(...rows)]));
    const key = { 'idempotency-key': randomUUID() };
    const twice = () => keeper.client.call('reports/commitImport', { station: keeper.station, id }, key);
    const [first, second] = [await twice(), await twice()];
    expect(second.body).toEqual(first.body);
    const after = await ask('reports/commitImport', { id });
    expect([after.status, after.body.reason]).toEqual([422, 'import-is-committed']);
    expect((await ask('reports/undoImport', { id })).status).toBe(200);
  });

  test('rows that have not all arrived are not judged, and a file given up is forgotten', async () => {
    const id = randomUUID();
    const cut = {
      sheet: '走访',
      kind: 'visits',
      headerRow: 0,
      sessionRows: [],
      columns: [],
      sessions: [],
      occasion: '',
    };
    const plans = [{ ...cut, years: [], since1904: false, top: [] }];
    await ask('reports/openImport', { id, fileName: 'x.xlsx', plans, rows: 2 });
    const early = await ask('reports/judgeImport', { id });
    expect([early.status, early.body.reason]).toEqual([422, 'import-incomplete']);
    expect((await ask('reports/dropImport', { id })).status).toBe(200);
    expect((await ask('reports/commitImport', { id })).body.reason).toBe('import-is-dropped');
  });

  test('how columns were read is kept for the next file with that header', async () => {
    const found = await ask('reports/mappings', { signatures: ['日期|村|姓名|时长|情况', 'x'] });
    expect(found.body.items).toEqual([
      { signature: '日期|村|姓名|时长|情况', kind: 'visits', roles: ['date', 'village', 'name', 'minutes', 'note'] },
    ]);
  });

  test('the operator’s count looks at the people of a station when one is named, and refuses one that is not there', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'heli-count-'));
    const file = path.join(folder, '走访.xlsx');
    await writeFile(file, await workbook([visits(['2026-06-04', '东山村', '甲一', 20, '看望'])]));
    vi.stubEnv('DATABASE_URL', program.database.url);
    const out: string[] = [];
    const written = vi.spyOn(process.stdout, 'write').mockImplementation((text) => !!out.push(String(text)));
    const complained = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    const counted = (...more: string[]) => main(['import', 'ledger', file, '--dry-run', '--json', ...more]);
    const codes: number[] = [];
    try {
      for (const more of [[], ['--station', '清河镇社工站'], ['--station', '没有的站']])
        codes.push(await counted(...more));
    } finally {
      written.mockRestore();
      complained.mockRestore();
      vi.unstubAllEnvs();
      await rm(folder, { recursive: true });
    }
    expect(codes).toEqual([0, 0, 3]);
    expect(out.map((line) => JSON.parse(line).visits.placed)).toEqual([0, 1]);
  });
});

describe('the follow-up level of a roster', () => {
  const roster: MadeSheet = {
    name: '探访对象',
    rows: [
      ['姓名', '村', '电话', '关注等级', '残疾等级'],
      ['己一', '东山村', '13900000011', '三级', 1],
      ['己二', '东山村', '13900000012', 'Ⅰ', 2],
      ['己三', '东山村', '13900000013', '重点', 1],
      ['己四', '东山村', '13900000014', '/', 1],
      ['己五', '东山村', '13900000015', '黄', 1],
      ['己六', '东山村', '13900000016', '橙', 1],
    ],
  };
  const visited: MadeSheet = {
    name: '走访',
    rows: [
      ['日期', '姓名', '情况'],
      ['2025-01-03', '己一', '看望'],
      ['2025-06-03', '己二', '看望'],
      ['2025-03-03', '己三', '看望'],
      ['2025-02-03', '己四', '看望'],
    ],
  };
  const levels = async () => {
    const { rows } = await program.database.owner.query(
      'select name, phone, follow_up_level as level from heli.person order by phone, id',
    );
    return rows.map(({ name, phone, level }) => [name, phone, level]);
  };
  const first = async (name: string) => {
    const { rows } = await program.database.owner.query('select id, version from heli.person where name = $1', [name]);
    return rows[0];
  };
  const today = async () => (await ask('activities/today')).body;

  test('never goes over that of a person the station knows; a level nobody can read is told with its row and column', async () => {
    const { id: person, version } = await first('甲一');
    expect((await ask('people/change', { id: person, version, followUpLevel: 3 })).status).toBe(200);
    const known = await levels();
    expect(known).toContainEqual(['甲一', '13900000001', 3]);
    const rows = [...roster.rows.slice(0, 1), ['甲一', '东山村', '13900000001', '一级', 1]];
    const { id } = await handIn(keeper, await bookOf([{ ...roster, rows: [...rows, ...roster.rows.slice(3, 4)] }]));
    expect((await rowsIn(keeper, id, 'flagged')).map(saidOf)).toEqual([
      [2, '甲一', ['already-known'], '关注等级 一级'],
      [3, '己三', ['level-unread'], '关注等级 重点'],
    ]);
    await takeIn(keeper, id);
    expect(await levels()).toEqual([...known, ['己三', '13900000013', null]]);
    expect((await ask('reports/undoImport', { id })).status).toBe(200);
  });

  test('comes in with each new person, and Today lists who is to be seen most often first', async () => {
    const [known, owed] = [await levels(), await count('follow_up')];
    const { id, tally } = await handIn(keeper, await bookOf([roster, visited]));
    expect(tally).toMatchObject({ placed: 9, flagged: 1, held: 0 });
    await takeIn(keeper, id);
    expect((await levels()).slice(-6).map(([name, , level]) => [name, level])).toEqual([
      ['己一', 3],
      ['己二', 1],
      ['己三', null],
      ['己四', null],
      ['己五', 3],
      ['己六', 2],
    ]);
    const { sinceImport } = await today();
    expect(sinceImport.map(({ person: { name } }: { person: { name: string } }) => name)).toEqual(['己二', '己一']);
    expect(await count('follow_up')).toBe(owed + 4);
    expect(await peopleColumns()).toEqual([
      'name',
      'sex',
      'birth',
      'village',
      'villageGroup',
      'phone',
      'groups',
      'level',
    ]);
    expect((await ask('reports/undoImport', { id })).status).toBe(200);
    expect([await levels(), await count('follow_up')]).toEqual([known, owed]);
  });

  /** How the station's own list of people, as it is taken out of here, would be read again. */
  async function peopleColumns() {
    const { body } = await ask('reports/ledgers', { from: '2026-06', to: '2026-06', list: 'people' });
    const { sheets } = await readWorkbook(Buffer.from(body.content, 'base64'));
    return sheets.flatMap((sheet) => proposeLayout(sheet).columns.map(({ role }) => role));
  }
});

const saidOf = (row: { row: number; name: string; reasons: string[]; text: string }) => [
  row.row,
  row.name,
  row.reasons,
  row.text,
];
