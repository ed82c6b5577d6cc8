import { escaped, sheetXml, type WrittenSheet } from './sheet-xml.ts';
import { type Part, zipParts } from './zip.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Plain, cell, header, title: the places that sheetXml speaks of. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font><font><b/><sz val="14"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border/><border>${['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"><color rgb="FF808080"/></${side}>`).join('')}</border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/><xf xfId="0" borderId="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf xfId="0" fontId="1" borderId="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="top" wrapText="1"/></xf><xf xfId="0" fontId="2" applyFont="1" applyAlignment="1"><alignment horizontal="center"/></xf></cellXfs></styleSheet>`;

const relation = (id: number, kind: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
const relations = (list: string[]) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;

function contentTypes(sheets: WrittenSheet[]): string {
  const of = (name: string, kind: string) => `<Override PartName="/xl/${name}" ContentType="${TYPE}.${kind}+xml"/>`;
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${of('workbook.xml', 'sheet.main')}${of('styles.xml', 'styles')}${sheets.map((_, n) => of(`worksheets/sheet${n + 1}.xml`, 'worksheet')).join('')}</Types>`;
}

/** The header stays on every printed page. */
function workbookXml(sheets: WrittenSheet[]): string {
  const list = sheets.map(({ name }, n) => `<sheet name="${escaped(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`);
  const titles = sheets.map(
    ({ name, title }, n) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${n}">'${escaped(name.replaceAll("'", "''"))}'!$1:$${title === null ? 1 : 2}</definedName>`,
  );
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets><definedNames>${titles.join('')}</definedNames></workbook>`;
}

/**
 * An Excel workbook (.xlsx, ECMA-376): a sheet for each list, with a header that stays, to be printed on A4 across.
 * Rows are taken one after another and never kept, so that a long ledger needs little memory.
 */
export function writeWorkbook(sheets: WrittenSheet[]): Promise<Uint8Array> {
  const of = (name: string, text: string): Part => ({ name, text: [text] });
  const sheetRelations = sheets.map((_, n) => relation(n + 1, 'worksheet', `worksheets/sheet${n + 1}.xml`));
  return zipParts([
    of('[Content_Types].xml', contentTypes(sheets)),
    of('_rels/.rels', relations([relation(1, 'officeDocument', 'xl/workbook.xml')])),
    of('xl/workbook.xml', workbookXml(sheets)),
    of(
      'xl/_rels/workbook.xml.rels',
      relations([...sheetRelations, relation(sheets.length + 1, 'styles', 'styles.xml')]),
    ),
    of('xl/styles.xml', STYLES),
    ...sheets.map((sheet, n) => ({ name: `xl/worksheets/sheet${n + 1}.xml`, text: sheetXml(sheet) })),
  ]);
}
