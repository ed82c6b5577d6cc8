import type { Value as Cell, WrittenSheet } from '../../reports/xlsx/sheet-xml.ts';
import type { Act } from '../act.ts';
import type { Lens, Reading } from '../schema.ts';
import type { Names } from '../rows-store.ts';
import { methodNote, VALUE_HEAD, valueRow } from './say.ts';

/** More rows are cut, and it is said. */
export const MOST_ROWS = 20_000;

const HEAD = ['编号', ...VALUE_HEAD];

function valuesSheet(lens: Lens, title: string): WrittenSheet {
  const rows = [...lens.readings, lens.quality.completeness].flatMap(({ definition, values }: Reading) =>
    values.map((value): Cell[] => [definition.id, ...valueRow(value)]),
  );
  return { name: '读数', title, head: HEAD, widths: [6, 34, 12, 16, 18, 10, 10, 14], rows };
}

const ACT_HEAD = [
  '日期',
  '事情',
  '谁',
  '界别',
  '出了什么',
  '分钟',
  '元',
  '哪一步',
  '一起还是一个人',
  '社工在场',
  '凭证',
  '晚记几天',
];

function actRow(act: Act, names: Names): Cell[] {
  return [
    act.day,
    names.events.get(act.event) || act.kind,
    names.parties.get(act.party) ?? '',
    act.sector,
    act.form,
    act.minutes || null,
    act.amount || null,
    act.phase,
    act.mode === 'group' ? '一起' : '一个人',
    act.withWorker ? '在' : '不在',
    act.evidence,
    act.daysLate,
  ];
}

function rowsSheet(acts: readonly Act[], names: Names, title: string): WrittenSheet {
  const rows = acts.slice(0, MOST_ROWS).map((act) => actRow(act, names));
  const more =
    acts.length > rows.length
      ? [[`还有 ${acts.length - rows.length} 行没有列出`, ...ACT_HEAD.slice(1).map(() => null)]]
      : [];
  return {
    name: '明细',
    title,
    head: ACT_HEAD,
    widths: [11, 20, 12, 12, 12, 8, 10, 10, 10, 8, 6, 8],
    rows: [...rows, ...more],
  };
}

/** A lens as a workbook: its values, the rows behind them for who may open records, and how it was counted. */
export function lensSheets(
  lens: Lens,
  { rows, program, query }: { rows: { acts: readonly Act[]; names: Names } | null; program: string; query: string },
): WrittenSheet[] {
  const title = `${lens.scope.name} ${lens.scope.from}至${lens.scope.to} ${lens.title.zh}`;
  const note = methodNote(lens, { program, query }).map((line): Cell[] => [line]);
  return [
    valuesSheet(lens, title),
    ...(rows ? [rowsSheet(rows.acts, rows.names, title)] : []),
    { name: '方法', title, head: ['怎么数的'], widths: [120], rows: note },
  ];
}
