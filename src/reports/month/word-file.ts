import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  HeightRule,
} from 'docx';
import type { Paper, Piece } from './schema.ts';

/** Official paper: FangSong 16 pt over 28 pt, title 22 pt, tables 12 pt with rules of 0.5 pt. docx counts half points and twentieths. */
const FONT = { ascii: 'FangSong', hAnsi: 'FangSong', eastAsia: '仿宋', cs: 'FangSong' };
const TEXT = 32;
const LINE = { line: 560, lineRule: LineRuleType.EXACT };
const MM = 56.7;
const PAGE = {
  size: { width: Math.round(210 * MM), height: Math.round(297 * MM) },
  margin: {
    top: Math.round(37 * MM),
    bottom: Math.round(35 * MM),
    left: Math.round(28 * MM),
    right: Math.round(26 * MM),
  },
};
const WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;

const textOf = (pieces: Piece[]) => pieces.map(({ text }) => text).join('');
const run = (text: string, more: { bold?: boolean; size?: number } = {}) =>
  new TextRun({ text, font: FONT, size: TEXT, ...more });

function line(text: string): Paragraph {
  return new Paragraph({ children: [run(text)], spacing: LINE, indent: { firstLine: 2 * TEXT * 10 } });
}

function heading(text: string): Paragraph {
  return new Paragraph({ children: [run(text, { bold: true })], spacing: { ...LINE, before: 120 }, keepNext: true });
}

const centred = (text: string, more: { bold?: boolean; size?: number } = {}) =>
  new Paragraph({ children: [run(text, more)], alignment: AlignmentType.CENTER });

const RULE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const DASHED = { style: BorderStyle.DASHED, size: 6, color: '000000' };

function cell(text: string, { width, bold = false }: { width: number; bold?: boolean }): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 20, right: 20 },
    borders: { top: RULE, bottom: RULE, left: RULE, right: RULE },
    children: [centred(text, { size: 24, bold })],
  });
}

/** Names and hours need more room than counts: shares of the width, column by column. */
const SHARES = [1.2, 1.08, 1.16, 1.08, 1.16, 0.7, 0.7, 1.2, 0.95];

function widthsOf(columns: number): number[] {
  const shares = Array.from({ length: columns }, (_, column) => SHARES[column] ?? 1);
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((WIDTH * share) / all));
}

function table({ head, rows }: NonNullable<Paper['sections'][number]['table']>): Table {
  const widths = widthsOf(head.length);
  const row = (texts: string[], { top = false }) =>
    new TableRow({
      cantSplit: true,
      tableHeader: top,
      children: texts.map((text, column) => cell(text, { width: widths[column] ?? 0, bold: top })),
    });
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [row(head, { top: true }), ...rows.map((cells) => row(cells.map(textOf), {}))],
  });
}

/** Signatures at the left, the place of the seal over the date at the right. */
function foot(paper: Paper): Table {
  const open = { top: NONE, bottom: NONE, left: NONE, right: NONE };
  const seal = { top: DASHED, bottom: DASHED, left: DASHED, right: DASHED };
  const sealWidth = Math.round(42 * MM);
  const of = (width: number, borders: typeof open | typeof seal, children: Paragraph[]) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      borders,
      verticalAlign: VerticalAlign.CENTER,
      children,
    });
  const signatures = paper.signatures.map(
    (name) => new Paragraph({ children: [run(`${name}：____________`)], spacing: { line: 560 } }),
  );
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: [WIDTH - sealWidth, sealWidth],
    layout: TableLayoutType.FIXED,
    borders: { ...open, insideHorizontal: NONE, insideVertical: NONE },
    rows: [
      new TableRow({
        cantSplit: true,
        height: { value: sealWidth, rule: HeightRule.ATLEAST },
        children: [of(WIDTH - sealWidth, open, signatures), of(sealWidth, seal, [centred(paper.seal, { size: 24 })])],
      }),
    ],
  });
}

const blank = () => new Paragraph({ children: [], spacing: LINE });

function body(paper: Paper): (Paragraph | Table)[] {
  return [
    new Paragraph({
      children: [run(paper.title, { bold: true, size: 44 })],
      alignment: AlignmentType.CENTER,
      spacing: { line: 640, after: 120 },
    }),
    centred(paper.context, { size: 28 }),
    ...paper.sections.flatMap((section) => [
      heading(section.heading),
      ...(section.table ? [table(section.table)] : []),
      ...section.paragraphs.map((pieces) => line(textOf(pieces))),
    ]),
    ...paper.attached.map((pieces) => line(textOf(pieces))),
    blank(),
    foot(paper),
    new Paragraph({ children: [run(paper.code, { size: 20 })], spacing: { before: 200 } }),
  ];
}

/** The report as a Word file (.docx) on A4, to be signed and sealed. */
export async function wordFile(paper: Paper): Promise<Uint8Array> {
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: FONT, size: 28 })],
  });
  const document = new Document({
    title: paper.title,
    creator: 'Heli',
    sections: [
      { properties: { page: PAGE }, footers: { default: new Footer({ children: [number] }) }, children: body(paper) },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
