import { describe, expect, test } from 'vitest';
import { dryRun } from '../../src/reports/import/dry-run.ts';
import { day, endings, idNumber, merge, type MadeSheet, placedDays, TODAY, tried, workbook } from './ledgers.ts';
import { rawWorkbook } from './raw-workbook.ts';

/** People with two header rows, one of them merged; addresses in place of villages, ages in place of birth dates. */
const REGISTER: MadeSheet = {
  name: '花名册',
  rows: [
    ['柳塘镇重点人群花名册', null, null, null, null, null, null],
    ['编号', '基本信息', null, null, '联系', null, '人群'],
    [null, '名字', '男/女', '年龄', '手机', '家庭住址', null],
    [1, '甲一', '女', 78, '13900000001', '柳塘镇东山村3组', '独居老人'],
    [2, '甲一', '女', 46, '13900000002', '柳塘镇东山村5组', '残疾'],
    [3, '乙 二', '男', 66, '13900000003', '西河社区', '低保户'],
    [4, '丙三', '男', 51, '13900000004', '东山村', '热心人'],
    [5, '丙三', '男', 51, '13900000004', '东山村1组', ''],
    ['合计', null, null, null, null, null, '5人'],
  ],
  merges: [merge(1, 1, 1, 3), merge(1, 4, 1, 5)],
};

/** Visits: the village before the name, a group and an age that tell namesakes apart, days without a year. */
const ROUNDS: MadeSheet = {
  name: '6月',
  rows: [
    ['村居', '受访人', '小组', '年龄', '探访时间', '探访社工', '用时(分钟)', '探访内容', '回访日期'],
    ['东山村', '甲一', '3组', null, '6月3日', '周社工/何督导', 30, '送药', '7月3日'],
    ['东山村', '甲一', null, 46, '〃', '同上', 45, '量血压', null],
    ['东山村', '甲一', null, null, '6月5日', '周社工', 40, '看望', null],
    ['西河', '乙二（已搬走）', null, null, '6.6', '周社工', '半小时', '电话联系', null],
    ['西河社区', '丙三', null, null, '6月7日', '周社工', 20, '看望', null],
    ['东山村', '丁四', null, null, '6月8日', '周社工', 20, '看望', null],
    ['东山村', '丙三', null, null, '6月31日', '周社工', 20, '看望', null],
    [null, null, null, null, null, null, null, null, null],
    ['村居', '受访人', '小组', '年龄', '探访时间', '探访社工', '用时(分钟)', '探访内容', '回访日期'],
    ['东山村', '丙三', null, null, '6月9日', '周社工', '好久', '修门', null],
    ['小计', null, null, null, null, null, 225, null, null],
    ['填表人：周社工', null, null, null, null, null, null, null, null],
  ],
};

/** Names down the rows, ticks across; the sessions' names above their days. */
const TICKS: MadeSheet = {
  name: '手工组',
  rows: [
    ['妇女手工小组签到表', null, null, null, null],
    ['序号', '姓名', '第1节', '第2节', '第3节'],
    [null, null, '2026.5.4', day('2026-05-11'), '5月18日'],
    [1, '乙二', '√', '√', '请假'],
    [2, '丙三', '√', '', '√'],
    [3, '甲一', '×', '√', '迟到'],
    [4, '己六', '√', '○', ''],
    ['合计', null, 3, 2, 2],
  ],
};

describe('a ledger of another make: visits first, other words, two header rows, ticks', () => {
  test('every row of the visits ends placed, flagged, held with its reason, or left out saying why', async () => {
    const run = await tried([ROUNDS, REGISTER, TICKS], { fileName: '东山村2026年6月探访.xlsx' });
    expect(run.cut.plans.map((plan) => plan.kind)).toEqual(['visits', 'people', 'sign-in-ticks']);
    expect(endings(run, 0)).toEqual([
      '2 placed',
      '3 placed',
      '4 held ambiguous-person',
      '5 flagged moved-away',
      '6 held other-village',
      '7 held unknown-person',
      '8 held impossible-date',
      '9 skipped blank',
      '10 skipped header-again',
      '11 flagged minutes-unread',
      '12 skipped total',
      '13 skipped footnote',
    ]);
    expect(run.counts.visits).toEqual({
      rows: 8,
      placed: 4,
      held: { impossibleDate: 1, unknownPerson: 2, ambiguousPerson: 1 },
      flaggedMovedAway: 1,
      skipped: 3,
    });
    expect(placedDays(run)).toEqual(['2026-06-03', '2026-06-03', '2026-06-06', '2026-06-09']);
  });

  test('namesakes in one village stay two people; the same phone and age make one', async () => {
    const run = await tried([ROUNDS, REGISTER, TICKS]);
    expect(endings(run, 1)).toEqual([
      '4 placed',
      '5 placed',
      '6 placed',
      '7 flagged groups-unknown',
      '8 flagged duplicate-person',
      '9 skipped total',
    ]);
    expect(run.counts.people).toEqual({ rows: 5, people: 4, duplicateRowsProposed: 1, failedIdCheck: 0 });
  });

  test('the workers and minutes of a visit are read, ditto marks as what stands above', async () => {
    const run = await tried([ROUNDS, REGISTER, TICKS]);
    const subjects = run.judged.outcomes.slice(0, 2).map(({ subject }) => subject);
    expect(subjects.map((one) => one.kind === 'visit' && one.visit.workers)).toEqual([
      ['周社工', '何督导'],
      ['周社工', '何督导'],
    ]);
    expect(subjects.map((one) => one.kind === 'visit' && one.visit.minutes)).toEqual([30, 45]);
  });

  test('each tick is a person-time; a mark nobody can read is held, not counted for absent', async () => {
    const run = await tried([ROUNDS, REGISTER, TICKS]);
    expect(run.counts.attendance).toEqual({
      events: { 妇女手工小组第1节: 3, 妇女手工小组第2节: 3, 妇女手工小组第3节: 2 },
      personTimes: 8,
      heldNamesakes: 2,
    });
    expect(endings(run, 2).filter((ending) => ending.includes('held'))).toEqual([
      '6 held ambiguous-person',
      '6 held ambiguous-person',
      '7 held unknown-person',
      '7 held mark-unread',
    ]);
    const days = run.cut.plans[2]?.sessions.flatMap((session) => session?.day ?? []);
    expect(days).toEqual(['2026-05-04', '2026-05-11', '2026-05-18']);
  });
});

const PEOPLE: MadeSheet = {
  name: '服务对象',
  rows: [
    ['姓名', '身份证号码', '所属村', '出生年月', '联系方式'],
    ['甲一', idNumber('1948-05-06', '002'), '东山村', '1948-05-06', '13900000001'],
    ['甲一', idNumber('1980-01-02', '004'), '东山村', '1980-01-02', '13900000002'],
    ['乙二', '990000500304123', '东山村', '1950.3.4', ''],
    ['乙二', idNumber('1950-03-04', '123'), '西河村', null, '13900000003'],
    ['丙三', idNumber('1961-07-08', '111'), '东山村', '1961.8.7', ''],
  ],
};

describe('who a row means', () => {
  test('an ID of 15 digits and its 18 are one person; a birth date against the ID is told', async () => {
    const run = await tried([PEOPLE]);
    expect(endings(run, 0)).toEqual([
      '2 placed',
      '3 placed',
      '4 placed',
      '5 flagged duplicate-person',
      '6 flagged birth-against-id',
    ]);
  });

  test('of two namesakes in a village, the row’s ID number, phone or age says which; nothing else does', async () => {
    const rows: MadeSheet = {
      name: '走访',
      rows: [
        ['日期', '走访对象', '村', '身份证号', '电话', '年龄', '情况'],
        ['2026-06-01', '甲一', '东山村', idNumber('1980-01-02', '004'), '', '', '看望'],
        ['2026-06-02', '甲一', '东山村', '', '13900000001', '', '看望'],
        ['2026-06-03', '甲一', '东山村', '', '', 78, '看望'],
        ['2026-06-04', '甲一', '东山村', '', '', '', '看望'],
        ['2026-06-05', '甲一', '东山村', '', '', 60, '看望'],
        ['2026-06-06', '乙二', '', '', '', '', '看望'],
        ['2026-12-30', '乙二', '东山村', '', '', '', '还没去'],
        ['2026-06-08', '乙二、丙三', '东山村', '', '', '', '看望'],
        ['2026-06-09', '', '东山村', '', '', '', '没写名字'],
      ],
    };
    const run = await tried([PEOPLE, rows]);
    expect(endings(run, 1)).toEqual([
      '2 placed',
      '3 placed',
      '4 placed',
      '5 held ambiguous-person',
      '6 held against-row',
      '7 placed',
      '8 held future-date',
      '9 held several-people',
      '10 held no-name',
    ]);
    const who = run.judged.outcomes.slice(5, 8).map(({ someone }) => someone?.who.bornOn);
    expect(who).toEqual(['1980-01-02', '1948-05-06', '1948-05-06']);
  });

  test('people the station knows already are found, and a new namesake of theirs is not taken for them', async () => {
    const who = { name: '甲一', key: '甲一', village: '东山村', villageGroup: '', phones: ['13900000001'] };
    const run = await tried([PEOPLE], { known: [{ id: 'known', who }] });
    expect(endings(run, 0).slice(0, 2)).toEqual(['2 flagged already-known', '3 placed']);
  });

  test('one ID number under two quite different names joins nobody', async () => {
    const shared = idNumber('1955-02-03', '222');
    const rows = [
      ['姓名', '身份证号', '村'],
      ['甲一', shared, '东山村'],
      ['欧阳四', shared, '东山村'],
    ];
    const run = await tried([{ name: '名册', rows }]);
    expect(endings(run, 0)).toEqual(['2 placed', '3 flagged same-id-other-name']);
    expect(run.counts.people.people).toBe(2);
  });
});

describe('sign-in sheets', () => {
  test('names under activities, days above the activities’ names, a count below', async () => {
    const rows = [
      ['时间', '2026年5月4日', day('2026-06-16')],
      ['活动', '包粽子', '议事会：路灯'],
      [null, '甲一（志愿者）', '丙三'],
      [null, '乙二', '丙三'],
      ['人数', 2, 2],
    ];
    const run = await tried([PEOPLE, { name: '签到', rows }]);
    expect(run.cut.plans[1]?.kind).toBe('sign-in-columns');
    expect(run.counts.attendance.events).toEqual({ 包粽子: 2, '议事会：路灯': 1 });
    expect(endings(run, 1)).toContain('4 skipped listed-twice');
  });

  test('one activity a row, everybody in one cell', async () => {
    const rows = [
      ['活动名称', '活动日期', '地点', '参加人员'],
      ['包粽子', '2026.5.4', '广场', '乙二、丙三（志愿者）、戊五'],
      ['议事会', '2026.5.5', '村部', '丙三'],
    ];
    const run = await tried([PEOPLE, { name: '活动', rows }]);
    expect(run.counts.attendance).toEqual({ events: { 包粽子: 3, 议事会: 1 }, personTimes: 4, heldNamesakes: 0 });
    expect(endings(run, 1)).toContain('2 held unknown-person');
  });

  test('one person a row with the activity beside the name', async () => {
    const rows = [
      ['姓名', '活动', '日期'],
      ['乙二', '包粽子', '2026.5.4'],
      ['丙三', '〃', '〃'],
    ];
    const run = await tried([PEOPLE, { name: '签到', rows }]);
    expect(run.counts.attendance.events).toEqual({ 包粽子: 2 });
  });

  test('header cells that are days, under a title that says what it was', async () => {
    const rows = [
      ['老年食堂签到表', null, null],
      ['姓名', day('2026-05-04'), day('2026-05-05')],
      ['乙二', '✓', '✓'],
      ['丙三', '', 1],
    ];
    const run = await tried([PEOPLE, { name: '食堂', rows, merges: [merge(0, 0, 0, 2)] }]);
    expect(run.counts.attendance.events).toEqual({ '老年食堂 2026-05-04': 1, '老年食堂 2026-05-05': 2 });
  });
});

describe('how the workbook was written', () => {
  test('merged days and villages hold for all their rows; month and day in two columns make a day', async () => {
    const rows = [
      ['2026年走访登记', null, null, null, null],
      ['月', '日', '村', '姓名', '内容'],
      [6, 3, '东山村', '乙二', '看望'],
      [null, null, null, '丙三', '看望'],
    ];
    const merges = [merge(0, 0, 0, 4), merge(2, 0, 3, 0), merge(2, 1, 3, 1), merge(2, 2, 3, 2)];
    const run = await tried([PEOPLE, { name: '走访', rows, merges }]);
    expect(placedDays(run)).toEqual(['2026-06-03', '2026-06-03']);
  });

  test('shared strings with runs and reading hints, formulas with their last value, days and times as numbers', async () => {
    const strings =
      '<si><t>日期</t></si><si><r><t>走访</t></r><r><t>对象</t></r></si><si><t>时长</t></si><si><t>情况</t></si>' +
      '<si><r><t>乙</t></r><r><t>二</t></r><rPh sb="0" eb="2"><t>YIER</t></rPh></si><si><t xml:space="preserve"> 看望 </t></si>';
    const data =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>' +
      '<row r="2"><c r="A2" s="1"><v>46176</v></c><c r="B2" t="s"><v>4</v></c><c r="C2" s="2"><v>0.0625</v></c><c r="D2" t="s"><v>5</v></c></row>' +
      '<row r="4"><c r="A4" s="1"><f>A2+1</f><v>46177</v></c><c r="B4" t="str"><f>B2&amp;""</f><v>乙二</v></c><c r="C4"><v>40</v></c></row>' +
      '<row r="5"><c r="A5"><f>A4+1</f></c><c r="B5" t="s"><v>4</v></c></row>';
    const known = {
      id: 'known',
      who: { name: '乙二', key: '乙二', village: '', villageGroup: '', phones: [] },
    };
    const bytes = rawWorkbook({ data, strings });
    const run = await dryRun({ name: 'x.xlsx', bytes }, { findKnown: async () => [known], today: TODAY });
    expect(endings(run, 0)).toEqual(['2 placed', '3 skipped blank', '4 placed', '5 held unreadable-date']);
    expect(placedDays(run)).toEqual(['2026-06-03', '2026-06-04']);
    const first = run.judged.outcomes[0]?.subject;
    expect(first?.kind === 'visit' && first.visit.minutes).toBe(90);
  });

  test('a workbook that counts days from 1904', async () => {
    const rows = [
      ['日期', '姓名', '内容'],
      [day('2026-06-03'), '乙二', '看望'],
    ];
    const bytes = await workbook([PEOPLE, { name: '走访', rows }], '1904');
    const run = await dryRun({ name: 'x.xlsx', bytes }, { findKnown: async () => [], today: TODAY });
    expect(placedDays(run)).toEqual(['2026-06-03']);
  });

  test('a sheet that is no ledger is left alone, and said so', async () => {
    const run = await tried([PEOPLE, { name: '说明', rows: [['填写说明'], ['每月5日前交']] }]);
    expect(run.cut.plans.map((plan) => plan.kind)).toEqual(['people', 'other']);
  });
});
