import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { main } from '../../src/cli/heli.ts';
import { cutBook } from '../../src/reports/import/plan.ts';
import { judgeBook } from '../../src/reports/import/judge.ts';
import { proposeLayout } from '../../src/reports/import/layout.ts';
import { TODAY } from './ledgers.ts';

const FILE = 'tests/import/data/station-ledger-1.xlsx';
const expected = JSON.parse(readFileSync(FILE.replace('.xlsx', '.expected.json'), 'utf8'));

/** What the operator's command prints and how it ends. */
async function run(...argv: string[]): Promise<{ code: number; out: string; complaint: string }> {
  const [out, complaint]: string[][] = [[], []];
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => !!out?.push(String(text))),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => !!complaint?.push(String(text))),
  ];
  const code = await main(argv).finally(() => spies.forEach((spy) => void spy.mockRestore()));
  return { code, out: (out ?? []).join(''), complaint: (complaint ?? []).join('') };
}

test('without --dry-run the command says where rows are taken in, and does nothing', async () => {
  const { code, out, complaint } = await run('import', 'ledger', FILE, '--language', 'zh');
  expect([code, out]).toEqual([2, '']);
  expect(complaint).toContain('--dry-run');
});

test('a file that is not there, or is no workbook, is refused in one sentence', async () => {
  expect(await run('import', 'ledger', 'nowhere.xlsx', '--dry-run', '--language', 'zh')).toMatchObject({
    code: 3,
    out: '',
  });
  const { code, complaint } = await run('import', 'ledger', 'package.json', '--dry-run', '--json');
  expect(code).toBe(3);
  expect(JSON.parse(complaint)).toMatchObject({ code: 'invalid', reason: 'import-not-excel' });
});

test('a real station’s ledger is counted as it was counted by hand, from the file alone', async () => {
  const { code, out } = await run('import', 'ledger', FILE, '--dry-run', '--json', '--data', '/nowhere');
  expect(code).toBe(0);
  const { people, visits, attendance } = expected;
  expect(JSON.parse(out)).toEqual({
    people: {
      rows: people.rows,
      people: people.people,
      duplicateRowsProposed: people.duplicate_rows_proposed,
      failedIdCheck: people.people_with_failed_id_check,
    },
    visits: {
      rows: visits.rows,
      placed: visits.placed,
      held: {
        impossibleDate: visits.held.impossible_date,
        unknownPerson: visits.held.unknown_person,
        ambiguousPerson: visits.held.ambiguous_person,
      },
      flaggedMovedAway: visits.flagged_moved_away,
      skipped: visits.total_row_skipped,
    },
    attendance: {
      events: attendance.events,
      personTimes: attendance.person_times,
      heldNamesakes: attendance.held_namesakes,
    },
  });
});

test('for people it is told in words, with the rows that wait', async () => {
  const { out } = await run('import', 'ledger', FILE, '--dry-run', '--language', 'zh');
  expect(out).toContain('等您定 32 行：日期 1、没有这个人 6、同名 25');
  expect(out).toContain('走访记录 第 247 行 窦欣怡：没有这一天');
});

test('whatever stands in the cells, each record ends in one state, and none is lost', () => {
  const cell = fc.oneof(
    fc.constantFrom('姓名', '日期', '村', '情况', '合计', '√', '甲一', '2026.6.3', '6月31日', '〃', '（', '第1节'),
    fc.string({ maxLength: 12 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constant(null),
  );
  const sheet = fc.record({ name: fc.string(), rows: fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }) });
  fc.assert(
    fc.property(fc.array(sheet, { maxLength: 3 }), (sheets) => {
      const book = { sheets, since1904: false };
      const cut = cutBook(book, sheets.map(proposeLayout), 'x.xlsx');
      const { outcomes } = judgeBook(cut, { known: [], today: TODAY });
      expect(outcomes.map(({ record }) => record)).toEqual(cut.records);
      for (const { state, reasons } of outcomes) expect(reasons.length > 0 || state === 'placed').toBe(true);
    }),
    { numRuns: 300 },
  );
});
