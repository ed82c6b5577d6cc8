import {
  AlignmentType,
  Document,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Lens, Reading } from '../schema.ts';
import { chartOf } from './charts.ts';
import { methodNote, VALUE_HEAD, valueRow } from './say.ts';

const FONT = { ascii: 'FangSong', hAnsi: 'FangSong', eastAsia: '仿宋', cs: 'FangSong' };
const run = (text: string, more: { bold?: boolean; size?: number } = {}) =>
  new TextRun({ text, font: FONT, size: 24, ...more });
const line = (text: string, more: { bold?: boolean; size?: number } = {}) =>
  new Paragraph({ children: [run(text, more)], spacing: { after: 80 } });
const heading = (text: string) =>
  new Paragraph({
    children: [run(text, { bold: true, size: 30 })],
    heading: HeadingLevel.HEADING_2,
    spacing: { before: 240, after: 80 },
    keepNext: true,
  });

/** Points of a chart on the page: the width between the margins. */
const CHART_WIDTH = 520;

function chart(reading: Reading): Paragraph[] {
  const canvas = reading.drawing && chartOf(reading.drawing);
  if (!canvas) return [];
  const height = Math.round((CHART_WIDTH * canvas.height) / canvas.width);
  const data = canvas.png();
  const image = new ImageRun({ type: 'png', data, transformation: { width: CHART_WIDTH, height } });
  return [new Paragraph({ children: [image], alignment: AlignmentType.CENTER, keepNext: true })];
}

const WIDTHS = [2700, 1150, 1250, 1500, 850, 850, 1000];

function table(reading: Reading): Table {
  const row = (texts: string[], top = false) =>
    new TableRow({
      cantSplit: true,
      tableHeader: top,
      children: texts.map(
        (text, i) =>
          new TableCell({
            width: { size: WIDTHS[i] ?? 1000, type: WidthType.DXA },
            children: [new Paragraph({ children: [run(text, { size: 20, bold: top })] })],
          }),
      ),
    });
  return new Table({
    columnWidths: WIDTHS,
    layout: TableLayoutType.FIXED,
    rows: [row(VALUE_HEAD, true), ...reading.values.map((value) => row(valueRow(value)))],
  });
}

function section(reading: Reading): (Paragraph | Table)[] {
  const { definition, pattern, record } = reading;
  return [
    heading(`${definition.question.zh}（${definition.id}）`),
    ...chart(reading),
    ...(reading.values.length > 0 ? [table(reading)] : [line('还没有记下，说不了。')]),
    ...(pattern ? [line(pattern.words.zh)] : []),
    ...record.map(({ words, have, need }) =>
      line(`要记：${words.zh}（有 ${have}${need === null ? '' : `，要 ${need}`}）`),
    ),
  ];
}

/** A lens as a Word file: each question with its chart, its values, and at the end how it was counted. */
export async function lensWord(lens: Lens, note: { program: string; query: string }): Promise<Uint8Array> {
  const parts = lens.parts
    .filter(({ state }) => state === 'none')
    .map(({ words, record }) => `${words.zh}：${record.map((hint) => hint.words.zh).join('；')}`);
  const document = new Document({
    creator: '合力',
    title: lens.title.zh,
    sections: [
      {
        children: [
          new Paragraph({
            children: [run(lens.title.zh, { bold: true, size: 40 })],
            heading: HeadingLevel.HEADING_1,
            alignment: AlignmentType.CENTER,
          }),
          line(`${lens.scope.name}　${lens.scope.from} 至 ${lens.scope.to}　${lens.study.name.zh}`),
          ...[...lens.readings, lens.quality.completeness].flatMap(section),
          ...(parts.length > 0 ? [heading('还没有数的部分'), ...parts.map((text) => line(text))] : []),
          heading('怎么数的'),
          ...methodNote(lens, note).map((text) => line(text, { size: 20 })),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
