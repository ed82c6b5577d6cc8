import { Docx, type XmlNode } from 'easy-template-x';
import { HeliError } from '../../platform/errors.ts';
import { COMPOUND, readEntries, refuseBomb, startsWith, ZIP } from '../import/guard.ts';
import { LOOPS, PLACEHOLDERS, TEMPLATE_MB } from './codes.ts';

const broken = () => new HeliError('invalid', 'template-broken');

/** Refuses what is no Word form before anything is unfolded. */
function refuseUnreadable(bytes: Uint8Array): void {
  if (bytes.length > TEMPLATE_MB * 2 ** 20)
    throw new HeliError('invalid', 'too-large', { params: { limit: TEMPLATE_MB } });
  if (startsWith(bytes, COMPOUND)) throw new HeliError('invalid', 'template-old');
  if (!startsWith(bytes, ZIP)) throw new HeliError('invalid', 'template-not-word');
  const names = entryNames(bytes);
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) throw new HeliError('invalid', 'template-macros');
  if (!names.includes('word/document.xml')) throw new HeliError('invalid', 'template-not-word');
}

function entryNames(bytes: Uint8Array): string[] {
  try {
    const entries = readEntries(bytes);
    refuseBomb(entries);
    return entries.map(({ name }) => name);
  } catch {
    throw broken();
  }
}

/** The text of every paragraph, in the order of the file; a paragraph in a text box after the one that holds it. */
function paragraphsOf(node: XmlNode): string[] {
  const found: string[] = [];
  const textOf = (one: XmlNode): string => {
    if (one.nodeName === 'w:t')
      return (one.childNodes ?? []).map((child) => ('textContent' in child ? child.textContent : '')).join('');
    return (one.childNodes ?? [])
      .filter((child) => child.nodeName !== 'w:p')
      .map(textOf)
      .join('');
  };
  const look = (one: XmlNode): void => {
    if (one.nodeName === 'w:p') found.push(textOf(one));
    for (const child of one.childNodes ?? []) look(child);
  };
  look(node);
  return found;
}

/** Where something stands, as somebody would look for it in Word. */
interface Found {
  name: string;
  /** # opens rows that repeat, / closes them. */
  mark: string;
  around: string;
}

/** At most so many letters of the paragraph are told. */
const AROUND = 24;

function around(text: string, at: number): string {
  const from = Math.max(0, at - 8);
  const said = text.slice(from, from + AROUND).trim();
  return `${from > 0 ? '…' : ''}${said}${from + AROUND < text.length ? '…' : ''}`;
}

const TAG = /\{([#/]?)([^{}]*)\}/g;

function tagsOf(paragraphs: string[]): Found[] {
  return paragraphs.flatMap((text) => {
    const rest = text.replace(TAG, (whole) => ' '.repeat(whole.length));
    const stray = /[{}]/.exec(rest);
    if (stray) throw new HeliError('invalid', 'template-brace', { params: { around: around(text, stray.index) } });
    return [...text.matchAll(TAG)].map((found) => {
      const [, mark = '', name = ''] = found;
      return { mark, name: name.trim(), around: around(text, found.index) };
    });
  });
}

const columnsOf = (loop: string): readonly string[] | undefined =>
  Object.hasOwn(LOOPS, loop) ? LOOPS[loop as keyof typeof LOOPS] : undefined;

function isKnown({ mark, name }: Found, open: string | undefined): boolean {
  if (mark !== '') return columnsOf(name) !== undefined;
  return Object.hasOwn(PLACEHOLDERS, name) || (open !== undefined && (columnsOf(open) ?? []).includes(name));
}

/** Refuses names that are none, and rows that repeat without an end; the first wrong one is told with its place. */
function refuseWrongTags(tags: Found[]): void {
  let open: Found | undefined;
  for (const tag of tags) {
    const params = { name: `${tag.mark}${tag.name}`, around: tag.around };
    if (!isKnown(tag, open?.name)) throw new HeliError('invalid', 'template-unknown', { params });
    if ((tag.mark === '#' && open) || (tag.mark === '/' && open?.name !== tag.name))
      throw new HeliError('invalid', 'template-rows', { params });
    if (tag.mark === '#') open = tag;
    if (tag.mark === '/') open = undefined;
  }
  if (open) throw new HeliError('invalid', 'template-rows', { params: { name: `#${open.name}`, around: open.around } });
}

async function paragraphsIn(bytes: Uint8Array): Promise<string[][]> {
  try {
    const docx = await Docx.load(Buffer.from(bytes));
    const parts = await docx.getContentParts();
    return await Promise.all(parts.map(async (part) => paragraphsOf(await part.xmlRoot())));
  } catch {
    throw broken();
  }
}

/**
 * Refuses a Word form that cannot be filled, in one sentence: no .docx, broken, too large, with macros, or asking for
 * what is not known, with the name and the words around it.
 * @throws HeliError too-large, template-old, template-not-word, template-macros, template-broken, template-brace,
 *   template-unknown, template-rows, template-nothing
 */
export async function checkTemplate(bytes: Uint8Array): Promise<void> {
  refuseUnreadable(bytes);
  const tags = (await paragraphsIn(bytes)).map(tagsOf);
  for (const part of tags) refuseWrongTags(part);
  if (tags.flat().length === 0) throw new HeliError('invalid', 'template-nothing');
}
