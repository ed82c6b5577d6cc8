/**
 * Question: which letters and digits does a text hold, without punctuation, symbols and white space?
 * Rule: Unicode classes P, S and separators are left out; nothing is folded (capitals stay capitals).
 * Assumptions: copies keep the letters and change the marks. When not to use it: where marks are the content.
 * Cost: O(characters). Source: Unicode Standard Annex 44, unicode.org/reports/tr44.
 */

const MARK = /[\p{P}\p{S}\s]/u;

/** For every UTF-16 unit whether it is left out. */
const LEFT_OUT = Uint8Array.from({ length: 0x10000 }, (_, unit) => (MARK.test(String.fromCharCode(unit)) ? 1 : 0));

/** The letters as UTF-16 units. */
export function plainLetters(text: string): Uint16Array {
  const letters = new Uint16Array(text.length);
  return letters.subarray(0, keep(text, letters));
}

/** For each letter of plainLetters(text) its place in the text. */
export function placesOfLetters(text: string): Uint32Array {
  const places = new Uint32Array(text.length);
  return places.subarray(0, keep(text, new Uint16Array(text.length), places));
}

/** Writes letters (and their places) down; answers how many. */
function keep(text: string, letters: Uint16Array, places?: Uint32Array): number {
  let kept = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const out = unit >= 0xd800 && unit < 0xe000 ? surrogateIsMark(text, at, unit) : LEFT_OUT[unit] === 1;
    if (out) continue;
    if (places) places[kept] = at;
    letters[kept++] = unit;
  }
  return kept;
}

function surrogateIsMark(text: string, at: number, unit: number): boolean {
  return MARK.test(String.fromCodePoint(text.codePointAt(unit < 0xdc00 ? at : at - 1) ?? unit));
}
