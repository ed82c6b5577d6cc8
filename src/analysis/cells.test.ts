import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCells } from './cells.ts';

const cells = (text: string, separator = ',') => readCells(text, separator).map((row) => row.cells);

describe('rows of cells', () => {
  it('quotes, separators and line ends inside a cell, and the line on which each row begins', () => {
    expect(readCells('a,b\r\n"x, ""y""","1\n2"\n\n3,4', ',')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x, "y"', '1\n2'] },
      { line: 5, cells: ['3', '4'] },
    ]);
  });
  it('a byte order mark, old line ends, empty cells at the end, no last line end', () => {
    expect(cells('\uFEFFa;b;\rc;;d', ';')).toEqual([
      ['a', 'b', ''],
      ['c', '', 'd'],
    ]);
    expect(cells('"\uFEFF"')).toEqual([['\uFEFF']]);
    expect(cells('')).toEqual([]);
  });
  it('a quote in the middle is a letter; so is one that is never closed', () => {
    expect(cells('5 "inch",b\n"open,c\nd,e')).toEqual([
      ['5 "inch"', 'b'],
      ['"open', 'c'],
      ['d', 'e'],
    ]);
  });
  it('whatever was written by the rules is read back', () => {
    const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    const table = fc.array(fc.array(fc.string(), { minLength: 1 }), { minLength: 1 });
    fc.assert(
      fc.property(table, (rows) => {
        expect(cells(rows.map((row) => row.map(quote).join(',')).join('\r\n'))).toEqual(rows);
      }),
    );
  });
});
