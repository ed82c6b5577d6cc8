import { notWorked } from './paper.ts';
import { hoursOf } from './rules.ts';
import type { Counted, Figures, Paper, Piece } from './schema.ts';
import { PAPER_WORDS } from './words.ts';
import type { Value, WrittenSheet } from '../xlsx/sheet-xml.ts';

const words = PAPER_WORDS.zh;

const numbers = (figures: Figures): number[] => [
  ...[figures.people, figures.personTimes, figures.households, figures.householdTimes],
  ...[figures.sessions, figures.occasions, hoursOf(figures.worked), figures.spent],
];

/** Each column names its unit, so that a number can be added without losing it. */
const HEAD = [
  '服务领域',
  '服务（人）',
  '服务（人次）',
  '走访（户）',
  '走访（户次）',
  '小组（节）',
  '活动（场）',
  '社工投入（小时）',
  '支出（元）',
];

const sentence = (pieces: Piece[]): Value =>
  pieces
    .map(({ text }) => text)
    .join('')
    .replaceAll('\u00a0', ' ');

const printedWords = (paper: Paper): Value[][] =>
  paper.sections.flatMap((section) => [[section.heading], ...section.paragraphs.map((pieces) => [sentence(pieces)])]);

const UNIT_NAMES = {
  ...{ person: '人', 'person-time': '人次', household: '户', 'household-time': '户次' },
  ...{ occasion: '场', session: '节', hour: '小时' },
} as const;

/** What the contract asks for, where there is one: each number in a column of its own, its unit beside it. */
function contractSheet({ contract = [] }: { contract?: Counted['contract'] }, paper: Paper): WrittenSheet[] {
  if (contract.length === 0) return [];
  return [
    {
      name: '对照合同',
      title: `${paper.title} 对照合同`,
      head: ['指标', '单位', '本月', '累计', '全期应完成', '从', '到'],
      widths: [24, 8, 12, 12, 14, 12, 12],
      rows: contract.map((one) => [
        ...[one.name, UNIT_NAMES[one.unit], one.inMonth, one.done, one.target, one.from, one.to],
      ]),
    },
  ];
}

/** The month as numbers that can be added, and as the paper says it. */
export function reportSheets(report: Counted, paper: Paper): WrittenSheet[] {
  return [
    {
      name: '分领域',
      title: `${paper.title}（${paper.context}）`,
      head: HEAD,
      widths: [14, 12, 14, 12, 14, 12, 12, 16, 12],
      rows: [
        ...report.fields.map((one) => [words.fields[one.field], ...numbers(one)]),
        [words.together, ...numbers(report.total)],
        [words.everybodyOnce],
        ...[notWorked(words, report)].filter((pieces) => pieces.length > 0).map((pieces) => [sentence(pieces)]),
      ],
    },
    ...contractSheet(report, paper),
    {
      name: '支出',
      title: `${paper.title} 支出`,
      head: ['科目', '金额（元）'],
      widths: [24, 14],
      rows: report.spending.map(({ budgetLine, amount }) => [budgetLine || words.noLine, amount]),
      none: words.nothingSpent,
    },
    {
      name: '正文',
      title: paper.title,
      head: [paper.context],
      widths: [110],
      rows: [...printedWords(paper), ...paper.attached.map((pieces) => [sentence(pieces)]), [paper.code]],
    },
  ];
}
