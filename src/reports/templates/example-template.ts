import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { LOOPS, type Loop } from './codes.ts';

const FONT = { ascii: 'FangSong', hAnsi: 'FangSong', eastAsia: '仿宋', cs: 'FangSong' };
/** A4 with 20 mm around; twentieths of a point. */
const PAGE = {
  size: { width: 11907, height: 16840 },
  margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
};
const WIDTH = PAGE.size.width - 2 * 1134;

const paragraph = (text: string, more: { centred?: boolean; bold?: boolean; size?: number } = {}) =>
  new Paragraph({
    alignment: more.centred ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: { after: 80 },
    children: [new TextRun({ text, font: FONT, size: more.size ?? 24, bold: more.bold ?? false })],
  });

function table(rows: string[][]): Table {
  const columns = Math.max(...rows.map((row) => row.length));
  const width = Math.floor(WIDTH / columns);
  const row = (cells: string[]) =>
    new TableRow({
      cantSplit: true,
      children: cells.map(
        (text) =>
          new TableCell({
            width: { size: width, type: WidthType.DXA },
            margins: { top: 40, bottom: 40, left: 60, right: 60 },
            children: [paragraph(text, { centred: true, size: 22 })],
          }),
      ),
    });
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: Array.from({ length: columns }, () => width),
    rows: rows.map(row),
  });
}

/** A header, and one row that repeats: it opens in its first cell and closes in its last. */
function repeated(loop: Loop, head: string[]): Table {
  const cells = LOOPS[loop].map((name) => `{${name}}`);
  const last = cells.length - 1;
  return table([
    head,
    cells.map((text, nth) => `${nth === 0 ? `{#${loop}}` : ''}${text}${nth === last ? `{/${loop}}` : ''}`),
  ]);
}

/** A form as a county might make one: made up, and free to be changed. */
export async function exampleTemplate(): Promise<Uint8Array> {
  const heading = (text: string) => paragraph(text, { bold: true });
  const document = new Document({
    title: '社会工作服务站月报表（样表）',
    creator: 'Heli',
    sections: [
      {
        properties: { page: PAGE },
        children: [
          paragraph('某县乡镇（街道）社会工作服务站月报表', { centred: true, bold: true, size: 36 }),
          paragraph('（样表，虚构，可以照自己县里的表改）', { centred: true, size: 20 }),
          table([
            ['站名', '{站名}', '月份', '{年} 年 {月} 月'],
            ['服务人数', '{服务人数} 人', '服务人次', '{服务人次} 人次'],
            ['走访', '{走访户次} 户次', '涉及', '{走访户数} 户'],
            ['小组', '{小组节数} 节', '社区活动', '{社区活动场数} 场'],
            ['社工投入', '{社工小时} 小时', '支出', '{支出} 元'],
          ]),
          heading('一、总体情况'),
          paragraph('{总体情况}'),
          heading('二、分领域'),
          repeated('分领域', ['领域', '人', '人次', '户', '户次', '节', '场', '小时', '元']),
          heading('三、居民出力'),
          paragraph('{居民出力情况}'),
          heading('四、经费'),
          repeated('支出明细', ['科目', '金额（元）']),
          heading('五、下月安排'),
          paragraph('{下月安排}'),
          paragraph('{附件清单}'),
          paragraph('填表：____________　　站长：____________　　日期：____________'),
          paragraph('截至 {截至}　{校验码}', { size: 18 }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
