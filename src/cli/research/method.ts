import { methodError } from '../../analysis/method-error.ts';
import { numbersOf, readTable, type Table, textsOf } from './table.ts';

/** A sentence in both languages. */
export interface Both {
  zh: string;
  en: string;
}

export interface MethodOption {
  /** As commander writes it: `--time <column>`. */
  flags: string;
  does: Both;
  needed?: boolean;
  /** Only these values are taken. */
  choices?: readonly string[];
  fallback?: string;
}

/** One method of the command line: what it is asked, what it answers. */
export interface Method {
  name: string;
  aliases?: readonly string[];
  does: Both;
  /** What the file holds. */
  columns: Both;
  options: readonly MethodOption[];
  /** Words after the method's name that run on a file of the folder `examples`. */
  example: string;
  answer: (ask: Ask) => object;
}

export type Options = Record<string, string | boolean | undefined>;

/** The question as it was put: the file, and what the options say. Columns are named by options. */
export interface Ask {
  file: string;
  table: () => Table;
  /** The column that an option names; `as` is what the method calls it, `empty` what an empty cell stands for. */
  numbers: (option: string, more?: { as?: string; empty?: number }) => Float64Array;
  texts: (option: string, as?: string) => string[];
  /** Whether an option was given. */
  has: (option: string) => boolean;
  text: (option: string) => string;
  /** A number given as an option; `fallback` when it was not. */
  number: (option: string, fallback?: number) => number;
  /** Parted by commas. */
  list: (option: string) => string[];
  /** Columns by the option that named them, to tell a fault in the words of the file. */
  named: ReadonlyMap<string, string>;
  /** The line of the file on which a row begins, once the table was read. */
  lineOf: (row: number) => number | undefined;
}

export function askOf(file: string, options: Options): Ask {
  let read: Table | undefined;
  const named = new Map<string, string>();
  const table = () => {
    read ??= readTable(file);
    return read;
  };
  const text = (option: string) => String(options[option] ?? '');
  const column = (option: string, as = option) => {
    named.set(as, text(option));
    return text(option);
  };
  return {
    file,
    table,
    named,
    text,
    lineOf: (row) => read?.lines[row - 1],
    numbers: (option, { as, empty } = {}) => numbersOf(table(), column(option, as), empty),
    texts: (option, as) => textsOf(table(), column(option, as)),
    has: (option) => options[option] !== undefined,
    number: (option, fallback) => toNumber(option, options[option], fallback),
    list: (option) => partsOf(text(option)),
  };
}

export function partsOf(text: string): string[] {
  return text.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
}

function toNumber(option: string, value: string | boolean | undefined, fallback: number | undefined): number {
  if (value === undefined && fallback !== undefined) return fallback;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  if (!Number.isFinite(number))
    throw methodError({ reason: 'not-a-number', column: `--${option}`, value: String(value) });
  return number;
}

/** An option that names a column. */
export function column(name: string, does: Both, needed = true): MethodOption {
  return { flags: `--${name} <column>`, does, needed };
}

/** An option that is a number. */
export function figure(name: string, does: Both, fallback?: string): MethodOption {
  return { flags: `--${name} <number>`, does, ...(fallback === undefined ? { needed: true } : { fallback }) };
}
