import { countsRows, usedIn } from '../../src/reports/import/choices.ts';
import type { Layout } from '../../src/reports/import/layout.ts';
import type { SheetKind } from '../../src/reports/import/sheet-kinds.ts';
import type { Role } from '../../src/reports/import/roles.ts';
import type { Word } from '../i18n/words.ts';
import { api } from '../api/client.ts';
import type { SheetShown } from './read-worker.ts';

/** What a sheet must have before it can be taken in. */
const NEEDED: Partial<Record<SheetKind, readonly Role[]>> = {
  people: ['name'],
  visits: ['name'],
  'sign-in-columns': ['session'],
  'sign-in-ticks': ['name', 'session'],
};

export function isComplete({ kind, columns }: Layout): boolean {
  const has = (role: Role) => columns.some((column) => column.role === role);
  if (kind === 'sign-in-list') return has('name') || has('attendees');
  if (kind === 'visits' && !has('date') && !(has('month') && has('dayOfMonth'))) return false;
  return (NEEDED[kind] ?? []).every(has);
}

/** Where a column's words go, when what it is taken for does not say it. */
export function goesTo(kind: SheetKind, role: Role): Word | undefined {
  if (kind === 'people' && (role === 'age' || role === 'remark')) return `import.goes.${role}`;
  return kind.startsWith('sign-in') && role === 'remark' ? 'import.goes.volunteer' : undefined;
}

/** Roles by which a visit or a sign-in finds its person; nothing of them is written down. */
const MATCHING: readonly Role[] = ['idNumber', 'phone', 'birth', 'age', 'sex'];

/** The headers of the columns that only tell who is meant; none in a list of people, where all of them are kept. */
export function matchedOnly({ kind, columns }: Layout): string[] {
  if (kind === 'people' || kind === 'other') return [];
  return columns.filter(({ role }) => MATCHING.includes(role)).map(({ header }) => header);
}

/** Whether columns with words of their own are kept without being used; where each name is a row, there are none. */
export function hasUnused({ kind, columns }: Layout): boolean {
  if (kind === 'other' || kind === 'sign-in-columns') return false;
  return columns.some(({ header, role }) => role === 'unused' && header !== '' && !countsRows(header));
}

/** One column says something else; of the others none may say the same, but for sessions. */
export function withRole(layout: Layout, at: number, role: Role): Layout {
  const columns = layout.columns.map((column, index) => {
    if (index === at) return { ...column, role };
    return column.role === role && role !== 'session' ? { ...column, role: 'unused' as const } : column;
  });
  return { ...layout, columns };
}

/** Sheets as they were read last time, where the station has seen their headers before. */
export async function remembered(station: string, sheets: SheetShown[]): Promise<SheetShown[]> {
  const signatures = sheets.map((sheet) => sheet.signature.slice(0, 2000)).filter(Boolean);
  if (signatures.length === 0) return sheets;
  const { items } = await api.reports.mappings({ station, signatures });
  return sheets.map((sheet) => {
    const kept = items.find((item) => item.signature === sheet.signature.slice(0, 2000));
    const fits = kept && kept.roles.length === sheet.layout.columns.length;
    if (!fits || sheet.layout.kind === 'sign-in-columns') return sheet;
    const columns = sheet.layout.columns.map((column, index) => ({ ...column, role: kept.roles[index] ?? 'unused' }));
    return { ...sheet, layout: { ...sheet.layout, kind: kept.kind, columns: usedIn(kept.kind, columns) } };
  });
}
