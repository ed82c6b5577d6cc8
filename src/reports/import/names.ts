import type { Cell } from './book.ts';
import { plain } from './text.ts';

/** A name cell taken apart: the bare name and what was written around it. */
export interface NameReading {
  name: string;
  movedAway: boolean;
  volunteer: boolean;
  sex?: 'female' | 'male';
  age?: number;
  /** Words in brackets that may be a village or a villagers' group. */
  place?: string;
  phone?: string;
}

const MOVED = /已?(搬走|搬离|搬家|迁出|迁走|外迁)了?/;
const VOLUNTEER = /志愿者|义工|志愿/;
const ROLE = /代签?|家属代?|监护人|组长|负责人|居民|村民|社工|户主|本人|户/;

/** How names are compared: without spaces, one kind of dot, small letters. */
export function nameKey(name: string): string {
  return plain(name)
    .replace(/\s+/g, '')
    .replace(/[·•・∙.]/g, '·')
    .toLowerCase();
}

/** Spaces between Chinese signs are only for looks (王 芳); those between other words stay. */
function bareName(text: string): string {
  const closed = text.replace(/(\p{Script=Han})\s+(?=\p{Script=Han})/gu, '$1');
  return closed.replace(/^[\s:,.、*-]+|[\s:,、*-]+$/g, '').trim();
}

function readNote(note: string, reading: NameReading): void {
  if (MOVED.test(note)) reading.movedAway = true;
  else if (VOLUNTEER.test(note)) reading.volunteer = true;
  else if (/^[男女]$/.test(note)) reading.sex = note === '女' ? 'female' : 'male';
  else if (/^\d{1,3}\s*周?岁$/.test(note)) reading.age = Number.parseInt(note, 10);
  else if (/^1\d{10}$/.test(note)) reading.phone = note;
  else if (/[村组社区队栋号]|居委会/.test(note) && !ROLE.test(note)) reading.place = note;
}

/** Reads a name cell: （已搬走）王芳, 王 芳（志愿者）, 王芳（3组，女，78岁）. */
export function readName(cell: Cell | undefined): NameReading {
  const reading: NameReading = { name: '', movedAway: false, volunteer: false };
  const notes: string[] = [];
  const open = plain(cell).replace(/[([【〔]([^)\]】〕]*)[)\]】〕]?/g, (_, note: string) => {
    notes.push(...note.split(/[,、;/\s]+/));
    return ' ';
  });
  const text = open.replace(MOVED, (word) => {
    notes.push(word);
    return ' ';
  });
  for (const note of notes.filter(Boolean)) readNote(note.trim(), reading);
  return { ...reading, name: bareName(text) };
}

/** Whether a cell lists several people (王芳、李强): nobody can say whose visit it was. */
export function namesSeveral(name: string): boolean {
  return /[、,;/|&+]|\p{Script=Han}{2,}\s+\p{Script=Han}{2,}/u.test(name);
}

/** The name without 家, 户, 一家 behind it (王芳家). */
export function withoutHousehold(name: string): string {
  return name.replace(/(一家|家|户)$/, '');
}

/** The names listed in one cell: 王芳、李强（志愿者）, 赵敏. A comma inside brackets parts nothing. */
export function namesIn(cell: Cell | undefined): string[] {
  const parts = plain(cell).split(/[、,;/|\s]+(?![^(]*\))/);
  return parts.filter((part) => part !== '' && !/^等?\d*人?$|^等$/.test(part));
}
