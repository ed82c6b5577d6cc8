import type { FieldError } from '../../platform/errors.ts';
import { CHOICES, type Choice, FIXED, PROFILE_FIELDS } from './codes.ts';
import type { Column, Layout } from './schema.ts';

/** As what a field of a list is given; undefined: the list has no such field. */
export function kindOf(list: Layout['list'], field: string): string | undefined {
  const fields: Record<string, string> = PROFILE_FIELDS[list];
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
}

/** The choices of a field that offers some. */
export function choicesOf(list: Layout['list'], field: string): readonly string[] | undefined {
  const kind = kindOf(list, field) ?? '';
  return Object.hasOwn(CHOICES, kind) ? CHOICES[kind as Choice] : undefined;
}

function codeFaults(column: Column, choices: readonly string[] | undefined): FieldError[] {
  const { codes } = column;
  if (!codes) return [];
  if (!choices) return [{ path: ['codes'], message: 'profile-no-codes' }];
  const missing = choices.filter((choice) => !codes.some(({ of, code }) => of === choice && code !== ''));
  const unknown = codes.map(({ of }) => of).filter((choice) => !choices.includes(choice));
  return [
    ...missing.map((choice) => ({ path: ['codes', choice], message: 'profile-code-missing' })),
    ...unknown.map((choice) => ({ path: ['codes', choice], message: 'profile-code-unknown' })),
  ];
}

function columnFaults(list: Layout['list'], column: Column): FieldError[] {
  if (column.field === FIXED) return column.fixed ? [] : [{ path: ['fixed'], message: 'profile-fixed' }];
  const kind = kindOf(list, column.field);
  if (!kind) return [{ path: ['field'], message: 'profile-field' }];
  const date = column.date && kind !== 'date' ? [{ path: ['date'], message: 'profile-no-date' }] : [];
  return [...date, ...codeFaults(column, choicesOf(list, column.field))];
}

/** Everything that is wrong with a table, each with its column: headers twice, fields it has not, codes that do not cover. */
export function layoutFaults({ list, columns }: Layout): FieldError[] {
  return columns.flatMap((column, nth) => {
    const twice = columns.findIndex(({ header }) => header === column.header) < nth;
    const faults = columnFaults(list, column);
    return [...(twice ? [{ path: ['header'], message: 'profile-header-twice' }] : []), ...faults].map((fault) => ({
      ...fault,
      path: ['layout', 'columns', nth, ...fault.path],
    }));
  });
}

/** A day as an outside table writes it. */
export function writeDay(day: string, format: Column['date']): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return (format ?? 'YYYY-MM-DD')
    .replace('YYYY', year)
    .replace('MM', month)
    .replace('DD', date)
    .replace('M', String(Number(month)))
    .replace('D', String(Number(date)));
}
