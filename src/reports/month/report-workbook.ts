import { hoursOf } from './pieces.ts';
import type { Counted, Figures, Paper } from './schema.ts';
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

const printedWords = (paper: Paper): Value[][] =>
  paper.sections.flatMap((section) => [
    [section.heading],
    ...section.paragraphs.map((pieces) => [
      pieces
        .map(({ text }) => text)
        .join('')
        .replaceAll('\u00a0', ' '),
    ]),
  ]);

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
      ],
    },
    {
      name: '支出',
      title: `${paper.title} 支出`,
      head: ['科目', '金额（元）'],
      widths: [24, 14],
      rows: report.spending.map(({ budgetLine, amount }) => [budgetLine || words.noLine, amount]),
    },
    {
      name: '正文',
      title: paper.title,
      head: [paper.context],
      widths: [110],
      rows: [
        ...printedWords(paper),
        ...paper.attached.map((pieces) => [
          pieces
            .map(({ text }) => text)
            .join('')
            .replaceAll('\u00a0', ' '),
        ]),
        [paper.code],
      ],
    },
  ];
}
