import { randomFrom } from '../../src/analysis/random.ts';

const LETTERS = 3000;
const [PASSAGES, PASSAGE, EDITS] = [3, 150, 0.05];

/** Made-up notices of `length` letters; a fifth of them borrow three passages of 150 letters, one letter in 20 changed. */
export function madeTexts(count: number, length: number, seed = 1): { id: string; text: string; date: string }[] {
  const random = randomFrom(seed);
  const letter = () => String.fromCharCode(0x4e00 + Math.floor(LETTERS * random.next() * random.next()));
  const write = (letters: number) => Array.from({ length: letters }, letter);
  const source = write(length);
  return Array.from({ length: count }, (_, i) => {
    const text = i === 0 ? source : write(length);
    if (i > 0 && i % 5 === 0) for (let p = 0; p < PASSAGES; p++) borrow(text, source);
    return { id: `text-${i}`, text: text.join(''), date: `2021-${String(1 + (i % 12)).padStart(2, '0')}` };
  });
  function borrow(text: string[], from: string[]): void {
    const [at, to] = [random.below(length - PASSAGE), random.below(length - PASSAGE)];
    for (let k = 0; k < PASSAGE; k++) text[to + k] = random.next() < EDITS ? letter() : (from[at + k] as string);
  }
}
