import { PERSON_ROLES, type Role } from './roles.ts';
import type { Column } from './layout.ts';
import type { SheetKind } from './sheet-kinds.ts';

/**
 * What a column may be said to hold, by what the sheet is. Of a list of people everything here goes into the files of
 * new people; the rest is kept as it came, and so is called unused.
 */
export const CHOICES: Record<SheetKind, readonly Role[]> = {
  people: [...PERSON_ROLES, 'remark'],
  visits: ['name', 'date', 'year', 'month', 'dayOfMonth', 'village', 'villageGroup', 'workers', 'minutes', 'startTime']
    .concat(['endTime', 'channel', 'note', 'needs', 'nextOn', 'idNumber', 'phone', 'age', 'sex', 'remark'])
    .map((role) => role as Role),
  'sign-in-columns': ['session'],
  'sign-in-ticks': ['name', 'session', 'village', 'villageGroup', 'phone', 'age', 'sex', 'remark'],
  'sign-in-list': ['activity', 'date', 'name', 'attendees', 'village', 'phone', 'age', 'sex', 'remark'],
  other: [],
};

/** Of a list of people nothing is called used that no file keeps; words about how somebody fares (情况) are its remark. */
function usedOfPeople(columns: Column[]): Column[] {
  const remarked = columns.some(({ role }) => role === 'remark');
  return columns.map((column): Column => {
    if (column.role === 'note' && !remarked) return { ...column, role: 'remark' };
    return CHOICES.people.includes(column.role) ? column : { ...column, role: 'unused' };
  });
}

/** A follow-up level is taken in with a list of people; beside visits and sign-ins it is only a word. */
export function usedIn(kind: SheetKind, columns: Column[]): Column[] {
  if (kind === 'people') return usedOfPeople(columns);
  return columns.map((column) => (column.role === 'level' ? { ...column, role: 'unused' } : column));
}

/** A column that only counts the rows: nothing of it is worth being read again. */
export const countsRows = (header: string): boolean => /^\s*(序\s*号|号|no\.?)\s*$/i.test(header);
