// One right use of every procedure of the import, and who is refused.
import { randomUUID } from 'node:crypto';
import { NOT_MANAGING, NOT_READING, NOT_SEEING, NOT_SIGNED_IN, NOT_WRITING, type Sample } from './sample.ts';
import type { Town } from './town.ts';

const here = (town: Town) => ({ station: town.station });

const plan = {
  sheet: '走访',
  kind: 'visits',
  headerRow: 0,
  sessionRows: [],
  columns: ['date', 'name', 'minutes', 'note'].map((role) => ({ header: role, role })),
  sessions: [],
  occasion: '走访',
  years: [2026],
  since1904: false,
  top: [['日期', '姓名', '时长', '情况']],
};
const row = { position: 0, plan: 0, row: 1, column: null, cells: ['6月3日', '没有的人', 30, '看望'], skip: null };
const ledgerOf = (town: Town) => ({ ...here(town), id: randomUUID(), fileName: '台账.xlsx', plans: [plan], rows: 1 });

/** Commands in order, on one ledger of one row that is held; answers the ledger's id. */
async function after(town: Town, ...commands: string[]): Promise<string> {
  const { id, ...opened } = ledgerOf(town);
  for (const name of ['openImport', ...commands]) {
    const input = name === 'openImport' ? { ...opened, id } : name === 'stageImport' ? { rows: [row] } : {};
    const answer = await town.people.何晓川.call(`reports/${name}`, { ...here(town), id, ...input });
    if (answer.status !== 200) throw new Error(`${name}: ${JSON.stringify(answer.body)}`);
  }
  return id;
}

const STAGED = ['stageImport'];
const JUDGED = [...STAGED, 'judgeImport'];

/** A command on a ledger that came so far. */
const on = (commands: string[], more: object = {}): Sample => ({
  by: '何晓川',
  input: async (town) => ({ ...here(town), id: await after(town, ...commands), ...more }),
  refuses: NOT_WRITING,
});

/** A look at a ledger that was judged. */
const look = (more: object = {}): Sample => ({
  by: '谭立',
  input: async (town) => ({ ...here(town), id: await after(town, ...JUDGED), ...more }),
  refuses: NOT_READING,
});

let closed = 0;

/** Closes a month of long ago that nobody closed before; answers the closing's id. */
async function closing(town: Town): Promise<string> {
  closed += 1;
  const month = `18${String(closed).padStart(2, '0')}-06`;
  const id = randomUUID();
  const answer = await town.people.周敏.call('reports/closeMonth', { ...here(town), id, month });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return id;
}

/** The same, handed in to the county. */
async function reported(town: Town) {
  const id = await closing(town);
  await town.people.周敏.call('reports/reportMonth', { ...here(town), id });
  return { ...here(town), month: `18${String(closed).padStart(2, '0')}-06`, closing: id, why: '走访户次不对' };
}

const indicatorOf = (town: Town) => ({
  ...{ ...here(town), id: randomUUID(), version: 0, name: '走访', unit: 'household-time', target: 400 },
  ...{ from: '2026-01', to: '2026-12', kind: 'visit', field: '' },
});

/** A county's form, kept; answers its id. */
async function template(town: Town): Promise<string> {
  const { body } = await town.people.何晓川.call('reports/exampleTemplate');
  const id = randomUUID();
  const form = { ...here(town), id, name: '表.docx', content: body.content };
  const answer = await town.people.周敏.call('reports/keepTemplate', form);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return id;
}

/** The example of an outside table, kept as one's own. */
async function profileOf(town: Town) {
  const { body } = await town.people.何晓川.call('reports/profiles', here(town));
  return { ...here(town), id: randomUUID(), version: 0, ...body.example };
}
async function profile(town: Town): Promise<string> {
  const kept = await profileOf(town);
  const answer = await town.people.周敏.call('reports/saveProfile', kept);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return kept.id;
}

/** A month of which nothing is recorded anywhere: what a month costs grows with the month, and is measured elsewhere. */
const month = (more: object = {}): Sample => ({
  by: '谭立',
  input: (town) => ({ ...here(town), month: '2019-06', ...more }),
  refuses: NOT_READING,
});

export const reports: Record<string, Sample> = {
  'reports.openImport': { by: '何晓川', input: ledgerOf, refuses: NOT_WRITING },
  'reports.stageImport': on([], { rows: [row] }),
  'reports.judgeImport': on(STAGED),
  'reports.commitImport': on(JUDGED),
  'reports.reviewImport': on(JUDGED, { positions: [0], choice: { kind: 'leave-out', why: '写错了' } }),
  'reports.undoImport': on([...JUDGED, 'commitImport']),
  'reports.dropImport': on(JUDGED),
  'reports.imports': { by: '谭立', input: here, refuses: NOT_READING },
  'reports.import': look(),
  'reports.importRows': look({ state: 'held' }),
  'reports.mappings': {
    by: '谭立',
    input: (town) => ({ ...here(town), signatures: ['date|name|minutes|note'] }),
    refuses: NOT_READING,
  },
  'reports.month': month(),
  'reports.rows': month({ count: 'household-times' }),
  'reports.reached': month({ count: 'households' }),
  'reports.closeMonth': {
    by: '周敏',
    input: (town) => ({ ...here(town), id: randomUUID(), month: `17${String(closed++).padStart(2, '0')}-06` }),
    refuses: NOT_MANAGING,
  },
  'reports.reopenMonth': {
    by: '周敏',
    input: async (town) => ({ ...here(town), id: await closing(town), why: '县里退回来改' }),
    refuses: NOT_MANAGING,
  },
  'reports.reportMonth': {
    by: '周敏',
    input: async (town) => ({ ...here(town), id: await closing(town) }),
    refuses: NOT_MANAGING,
  },
  'reports.monthReports': { by: '沈怀', input: () => ({ month: '2019-06' }), refuses: NOT_SIGNED_IN },
  'reports.returnedMonths': { by: '谭立', input: here, refuses: NOT_READING },
  'reports.returnMonth': {
    by: '白露',
    input: reported,
    refuses: NOT_SEEING,
    wrong: [{ what: 'a head', input: reported, as: (town) => town.people.周敏, status: 403 }],
  },
  'reports.saveIndicator': {
    by: '周敏',
    input: indicatorOf,
    refuses: NOT_MANAGING,
  },
  'reports.dropIndicator': {
    by: '周敏',
    input: async (town) => {
      const indicator = indicatorOf(town);
      await town.people.周敏.call('reports/saveIndicator', indicator);
      return { ...here(town), id: indicator.id, version: 1 };
    },
    refuses: NOT_MANAGING,
  },
  'reports.indicators': { by: '谭立', input: here, refuses: NOT_READING },
  'reports.changes': {
    by: '谭立',
    input: async (town) => ({ ...here(town), closing: await closing(town) }),
    refuses: NOT_READING,
  },
  'reports.keepTemplate': {
    by: '周敏',
    input: async (town) => {
      const { body } = await town.people.何晓川.call('reports/exampleTemplate');
      return { ...here(town), id: randomUUID(), name: '县里的表.docx', content: body.content };
    },
    refuses: NOT_MANAGING,
  },
  'reports.dropTemplate': {
    by: '周敏',
    input: async (town) => ({ ...here(town), id: await template(town) }),
    refuses: NOT_MANAGING,
  },
  'reports.templates': { by: '谭立', input: here, refuses: NOT_READING },
  'reports.filledTemplate': {
    by: '谭立',
    input: async (town) => ({ ...here(town), month: '2019-06', template: await template(town) }),
    refuses: NOT_READING,
  },
  'reports.exampleTemplate': { by: '沈怀', input: () => ({}), refuses: NOT_SIGNED_IN },
  'reports.saveProfile': { by: '周敏', input: profileOf, refuses: NOT_MANAGING },
  'reports.dropProfile': {
    by: '周敏',
    input: async (town) => ({ ...here(town), id: await profile(town), version: 1 }),
    refuses: NOT_MANAGING,
  },
  'reports.profiles': { by: '谭立', input: here, refuses: NOT_READING },
  'reports.export': {
    by: '谭立',
    input: async (town) => ({ ...here(town), from: '2019-01', to: '2019-06', profile: await profile(town) }),
    refuses: NOT_READING,
  },
  'reports.file': month({ as: 'word' }),
  'reports.ledgers': {
    by: '谭立',
    input: (town) => ({ ...here(town), from: '2019-01', to: '2019-06', list: 'visits' }),
    refuses: NOT_READING,
  },
};
