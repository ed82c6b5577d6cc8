import type { Cell, Sheet } from './book.ts';
import type { Role } from './roles.ts';
import type { Layout } from './layout.ts';
import { readPresence } from './presence.ts';
import { plain, tight } from './text.ts';

export type SkipReason = 'blank' | 'total' | 'header-again' | 'footnote';

/** One thing a sheet says: a row, or on sign-in sheets one name or one tick. Rows and columns count from 0. */
export interface SourceRecord {
  row: number;
  /** The session's column on sign-in sheets, else null. */
  column: number | null;
  cells: Cell[];
  skip: SkipReason | null;
}

const DITTO = /^(〃|"|''|′′|\.\.|同上|同前)$/;
const TOTAL = /^(本页|本月|全年)?(合计|总计|小计|共计|累计|总数|合计人数|总人数)/;
const FOOTNOTE = /^(备注|说明|注|填表|制表|审核|统计|单位|负责人|站长|填报|领导|社工签名)/;

/** Why a row is no record: nothing in it, a total, the header once more, or words below the table. */
function skipReason(cells: Cell[], layout: Layout): SkipReason | null {
  const words = cells.map(tight);
  const filled = words.filter(Boolean);
  if (filled.length === 0) return 'blank';
  if (words.slice(0, 4).some((word) => TOTAL.test(word))) return 'total';
  const same = layout.columns.filter((column, index) => words[index] && tight(column.header) === words[index]).length;
  if (same >= 2 && same >= filled.length * 0.6) return 'header-again';
  return new Set(filled).size <= 2 && FOOTNOTE.test(filled[0] ?? '') ? 'footnote' : null;
}

/** Ditto marks (〃, 同上) as what stands above them. */
function undittoed(cells: Cell[], above: Cell[]): Cell[] {
  return cells.map((cell, index) => (DITTO.test(tight(cell)) ? (above[index] ?? null) : cell));
}

function rowRecords({ rows }: Sheet, layout: Layout): SourceRecord[] {
  let above: Cell[] = [];
  return rows.slice(layout.headerRow + 1).map((came, index) => {
    const skip = skipReason(came, layout);
    const cells = undittoed(came, above);
    if (!skip) above = cells;
    return { row: layout.headerRow + 1 + index, column: null, cells, skip };
  });
}

const sessionsOf = ({ columns }: Layout) =>
  columns.flatMap((column, index) => (column.role === 'session' ? [index] : []));

/** Names below activities: each name is a record. */
function columnRecords({ rows }: Sheet, layout: Layout): SourceRecord[] {
  const sessions = sessionsOf(layout);
  return rows.slice(layout.headerRow + 1).flatMap((cells, index) => {
    const total = TOTAL.test(tight(cells[0])) || /人数/.test(tight(cells[0]));
    return sessions
      .filter((column) => tight(cells[column]) !== '')
      .map((column): SourceRecord => {
        const cell = cells[column] ?? null;
        const counted = total || typeof cell === 'number' || /^共?\s*\d+\s*人?$/.test(plain(cell));
        const skip = counted ? 'total' : null;
        return { row: layout.headerRow + 1 + index, column, cells: [cell], skip };
      });
  });
}

/** Ticks across a list of names: each tick is a record; who was not there makes none. */
function tickRecords(sheet: Sheet, layout: Layout): SourceRecord[] {
  const sessions = sessionsOf(layout);
  return rowRecords(sheet, layout).flatMap((record) => {
    if (record.skip) return [record];
    return sessions
      .filter((column) => readPresence(record.cells[column]) !== 'absent')
      .map((column) => ({ ...record, column }));
  });
}

/** Everything a sheet says below its header, in order. */
export function recordsOf(sheet: Sheet, layout: Layout): SourceRecord[] {
  if (layout.kind === 'other') return [];
  if (layout.kind === 'sign-in-columns') return columnRecords(sheet, layout);
  if (layout.kind === 'sign-in-ticks') return tickRecords(sheet, layout);
  return rowRecords(sheet, layout);
}

/** Finds a record's cell by what its column holds. */
export function cellReader({ columns }: Layout): (record: Pick<SourceRecord, 'cells'>, role: Role) => Cell {
  const places = new Map<Role, number>();
  for (const [index, column] of columns.entries()) if (!places.has(column.role)) places.set(column.role, index);
  return (record, role) => {
    const at = places.get(role);
    return at === undefined ? null : (record.cells[at] ?? null);
  };
}
