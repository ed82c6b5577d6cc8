// What came from a station's own file: its workers' hours count, it is no late entry, and it is not today's work.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readXlsx } from 'hucre/xlsx';
import type { Today } from '../../src/activities/schema.ts';
import type { EventLine } from '../../src/ledger/schema.ts';
import type { Lens } from '../../src/lenses/schema.ts';
import type { Report } from '../../src/reports/month/schema.ts';
import { dayInChina } from '../../src/platform/clock.ts';
import { setUpStation } from '../support/cast.ts';
import { startProgram, type TestProgram } from '../support/program.ts';
import { bookOf, handIn, type Keeper, takeIn } from '../import/taking-in.ts';

let program: TestProgram;
let keeper: Keeper;
let ledger: string;

const month = '2025-06';
const HEAD = ['日期', '走访人', '姓名', '时长', '情况', '下次走访'];
/** 周敏 has an account; 老刘 and 小孟 have none; the last row names nobody, the one before tells no time. */
const ROWS = [
  ['2025-06-03', '老刘、小孟', '甲一', '60分钟', '送药', '2025-07-03'],
  ['2025-06-04', '周敏', '乙二', '30分钟', '看望', '2025-06-20'],
  ['2025-06-05', '老刘', '丙三', '', '没记时间', ''],
  ['2025-06-06', '', '丁四', '45分钟', '没写谁去', ''],
];

const must = async <T = any>(name: string, input: object = {}): Promise<T> => {
  const answer = await keeper.client.call(name, { station: keeper.station, ...input });
  if (answer.status !== 200) throw new Error(`${name}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const report = () => must<Report>('reports/month', { month });
const today = () => must<Today>('activities/today');
const rowsOf = async (count: string) => (await must('reports/rows', { month, count })).items;
const visit = (person: string, more: object = {}) => ({
  ...{ id: randomUUID(), person, startedAt: new Date().toISOString(), minutes: 20, needs: [], note: '', nextOn: null },
  ...more,
});

beforeAll(async () => {
  program = await startProgram();
  const { zhou, station } = await setUpStation(program.address);
  keeper = { client: zhou, station };
  const names = ['甲一', '乙二', '丙三', '丁四'].map((name) => [name, '女']);
  const book = await bookOf([
    { name: '名册', rows: [['姓名', '性别'], ...names] },
    { name: '走访', rows: [HEAD, ...ROWS] },
  ]);
  const { id, tally } = await handIn(keeper, book, '2025年走访.xlsx');
  expect(tally).toMatchObject({ held: 0 });
  await takeIn(keeper, id);
  ledger = id;
}, 60_000);
afterAll(() => program?.stop());

test('the lenses call none of it late', async () => {
  const asked = { lens: 'value', from: '2025-06-01', to: '2025-06-30' };
  const { quality } = await must<Lens>('lenses/show', asked);
  const late = quality.flags.find(({ flag }) => flag === 'late');
  expect(late).toMatchObject({ numerator: 0, denominator: 1 });
});

describe('workers’ hours', () => {
  test('of those whom the file names count, with an account or without; each row says who it was', async () => {
    const { total } = await report();
    expect(total.worked).toBe(60 * 2 + 30);
    const rows = await rowsOf('worked');
    expect(rows.map((row: { workers: string[]; worked: number }) => [row.workers, row.worked])).toEqual([
      [['周敏'], 30],
      [['老刘', '小孟'], 120],
    ]);
  });

  test('where no time or nobody was written, the paper says so beside the hours, and opens the rows', async () => {
    const { paper, doubts } = await report();
    expect(doubts).toEqual([
      { doubt: 'no-minutes', count: 1 },
      { doubt: 'no-worker', count: 1 },
    ]);
    const [, pieces = []] = paper.sections[0]?.paragraphs ?? [];
    const said = pieces.map(({ text }) => text.replaceAll('\u00a0', ' ')).join('');
    expect(said).toMatch(/^社工投入 2.5 小时。没有算进社工投入的：没写时间 1 笔，没写是谁做的 1 笔。/);
    expect(pieces.flatMap(({ opens }) => opens?.count ?? [])).toContain('no-worker');
    expect((await rowsOf('no-worker')).map((row: { person: { name: string } }) => row.person.name)).toEqual(['丁四']);
  });

  test('in the Word and the Excel file too', async () => {
    const word = await must('reports/file', { month, as: 'word' });
    const excel = await must('reports/file', { month, as: 'excel' });
    const { sheets } = await readXlsx(Buffer.from(excel.content, 'base64'));
    const [fields] = sheets;
    expect(JSON.stringify(fields)).toContain('没写是谁做的 1 笔');
    expect(word.name).toContain('2025-06');
    const lists = await must('reports/ledgers', { from: month, to: month, list: 'visits' });
    const { sheets: list } = await readXlsx(Buffer.from(lists.content, 'base64'));
    expect(JSON.stringify(list)).toContain('老刘、小孟');
  });

  test('stay when the visit is put right, in the minutes that are right', async () => {
    const { items } = await must<{ items: EventLine[] }>('ledger/events');
    const first = items.find(({ person }) => person?.name === '甲一');
    const right = { ...visit(first?.person?.id ?? '', { startedAt: first?.startedAt, minutes: 40 }), why: '写多了' };
    await must('ledger/correctVisit', { ...right, corrects: first?.id, version: 1 });
    const { total } = await report();
    expect(total.worked).toBe(40 * 2 + 30);
    const [, row] = await rowsOf('worked');
    expect(row).toMatchObject({ workers: ['老刘', '小孟'], worked: 80, imported: true, corrected: 1 });
  });
});

describe('what came from a file', () => {
  test('is no late entry, however old it is; what was recorded here months later is', async () => {
    expect((await report()).doubts.map(({ doubt }) => doubt)).not.toContain('late');
    expect((await rowsOf('events'))[0]).toMatchObject({ imported: true, daysLate: 0 });
    const { items } = await must<{ items: EventLine[] }>('ledger/events');
    const late = visit(items[0]?.person?.id ?? '', { startedAt: '2025-06-30T09:00:00+08:00' });
    await must('ledger/recordVisit', late);
    expect((await report()).doubts).toContainEqual({ doubt: 'late', count: 1 });
    await must('ledger/takeBack', { id: late.id, version: 1, why: '试的' });
  });

  test('is told apart on Today: neither recorded today, nor overdue, but not visited since', async () => {
    const { entered, recorded, dueCount, due, overdue, sinceImport, sinceImportCount } = await today();
    expect([entered, recorded]).toEqual([{ visits: 0, others: 0, imported: 4 }, []]);
    expect([dueCount, due, overdue]).toEqual([0, [], []]);
    expect([sinceImportCount, sinceImport.map(({ person }) => person.name)]).toEqual([1, ['乙二']]);
    expect(sinceImport[0]?.person.lastVisitOn).toBe('2025-06-04');
  });

  test('and leaves it at the first visit; a next visit promised then is owed like any other', async () => {
    const [first] = (await today()).sinceImport;
    const person = first?.person.id ?? '';
    await must('ledger/recordVisit', visit(person, { nextOn: dayInChina(new Date()) }));
    const { sinceImportCount, dueCount, entered } = await today();
    expect([sinceImportCount, dueCount, entered]).toEqual([0, 1, { visits: 1, others: 0, imported: 4 }]);
  });

  test('can be undone no more once something stands on it', async () => {
    const undone = await keeper.client.call('reports/undoImport', { station: keeper.station, id: ledger });
    expect(undone.status).toBe(422);
  });
});

test('on Today sixty visits are counted as sixty', async () => {
  const { items } = await must<{ items: EventLine[] }>('ledger/events');
  const person = items[0]?.person?.id ?? '';
  const before = (await today()).entered.visits;
  for (let nth = 0; nth < 60; nth++) await must('ledger/recordVisit', visit(person));
  const { entered, recorded } = await today();
  expect([entered.visits, recorded.length]).toEqual([before + 60, before + 60]);
});
