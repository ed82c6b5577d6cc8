import { HeliError } from '../../platform/errors.ts';
import { MOST_MEGABYTES } from './book.ts';

/** Most that a workbook may unfold to, in bytes: 100,000 rows of a ledger are a third of it. */
const MOST_UNFOLDED = 200 * 2 ** 20;
/** Parts of a zip file; every number is read as little-endian. */
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const UNKNOWN_SIZE = 0xffffffff;
const MOST_ENTRIES = 5_000;

export const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
export const ZIP = [0x50, 0x4b];
export const startsWith = (bytes: Uint8Array, magic: number[]) => magic.every((byte, index) => bytes[index] === byte);

/** Whether UTF-16 text stands anywhere in the bytes: the directory of a compound file names its streams so. */
function holdsWord(bytes: Uint8Array, word: string): boolean {
  const wanted = [...word].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === END) return at;
  throw new HeliError('invalid', 'import-broken');
}

/** The size a large entry keeps in its extra field (zip64), where the first number is the unfolded size. */
function largeSize(view: DataView, from: number, length: number): number {
  for (let at = from; at + 12 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 1) return Number(view.getBigUint64(at + 4, true));
  }
  throw new HeliError('invalid', 'import-broken');
}

interface Entry {
  name: string;
  folded: number;
  unfolded: number;
  next: number;
}

function readEntry(view: DataView, at: number): Entry {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) throw new HeliError('invalid', 'import-broken');
  const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
    number,
    number,
    number,
  ];
  const extra = at + 46 + nameLength;
  const said = view.getUint32(at + 24, true);
  const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength));
  return {
    name,
    folded: view.getUint32(at + 20, true),
    unfolded: said === UNKNOWN_SIZE ? largeSize(view, extra, extraLength) : said,
    next: extra + extraLength + noteLength,
  };
}

/** The entries of a zip file, as its directory declares them. The reader stops an entry that unfolds to more. */
export function readEntries(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) throw new HeliError('invalid', 'import-bomb');
  const entries: Entry[] = [];
  for (let at = view.getUint32(end + 16, true); entries.length < count; ) {
    const entry = readEntry(view, at);
    entries.push(entry);
    at = entry.next;
  }
  return entries;
}

export function refuseBomb(entries: Entry[]): void {
  // An entry that says nothing of its size would be unfolded without a limit.
  const silent = entries.some((entry) => entry.unfolded === 0 && entry.folded > 2);
  const total = entries.reduce((sum, entry) => sum + entry.unfolded, 0);
  if (silent || total > MOST_UNFOLDED) throw new HeliError('invalid', 'import-bomb');
}

/**
 * Refuses what is not a workbook to be opened, in one sentence each, before anything is unfolded.
 * @throws HeliError import-too-large, import-password, import-old-excel, import-not-excel, import-broken, import-bomb
 */
export function refuseUnreadable(bytes: Uint8Array): void {
  if (bytes.length > MOST_MEGABYTES * 2 ** 20) {
    throw new HeliError('invalid', 'import-too-large', { params: { limit: MOST_MEGABYTES } });
  }
  if (startsWith(bytes, COMPOUND)) {
    throw new HeliError('invalid', holdsWord(bytes, 'EncryptedPackage') ? 'import-password' : 'import-old-excel');
  }
  if (!startsWith(bytes, ZIP) || bytes.length < 22) throw new HeliError('invalid', 'import-not-excel');
  const entries = readEntries(bytes);
  refuseBomb(entries);
  if (!entries.some((entry) => /^\/?xl\/workbook\.xml$/i.test(entry.name))) {
    throw new HeliError('invalid', 'import-not-excel');
  }
}
