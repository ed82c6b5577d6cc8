import { describe, expect, it } from 'vitest';
import { readJson, readText } from '../../../tests/analysis/read-fixture.ts';
import {
  characterGrams,
  containment,
  jaccard,
  matchedShare,
  novelty,
  subtractSource,
  withoutFormulae,
  wordGramList,
  wordGrams,
} from './reuse-measures.ts';

describe('the made notices', () => {
  const expected = readJson('textreuse/expected.json');
  const texts = readJson('textreuse/texts.json');
  const gramsOf = (id: string) =>
    characterGrams(Array.isArray(texts) ? texts.find((t: any) => t.id === id).text : (texts[id].text ?? texts[id]));
  it('containment and Jaccard', () => {
    for (const pair of expected.pairs) {
      const [earlier, later] = [gramsOf(pair.earlier), gramsOf(pair.later)];
      expect(later.size).toBe(pair.n_later);
      expect(containment(earlier, later)).toBeCloseTo(pair.containment, 12);
      expect(jaccard(earlier, later)).toBeCloseTo(pair.jaccard, 12);
    }
  });
  it('novelty', () => {
    const order = ['nat', 'pA', 'pB', 'pC'].map(gramsOf);
    expect([1, 2, 3].map((i) => novelty(order.slice(0, i), order[i] as Set<string>)?.toFixed(3))).toEqual([
      '0.487',
      '0.793',
      '0.632',
    ]);
  });
});

describe('codes of California 1851 and New York 1850, as textreuse', () => {
  const [ca, ny] = ['ca1851-match', 'ny1850-match'].map((name) =>
    readText(`diffusion/textreuse_legal_${name}.txt`),
  ) as [string, string];
  it('word n-grams', () => {
    expect(jaccard(wordGrams(ca, 5), wordGrams(ny, 5))).toBeCloseTo(0.4502982, 6);
    expect(jaccard(wordGrams(ca, 3), wordGrams(ny, 3))).toBeCloseTo(0.5347534, 6);
    expect(matchedShare(wordGrams(ca, 5), wordGramList(ny, 5))).toBeCloseTo(0.610687, 6);
    expect(matchedShare(wordGrams(ny, 5), wordGramList(ca, 5))).toBeCloseTo(0.6510345, 6);
  });
});

describe('by hand', () => {
  it('sets of numbers, empty texts, formulae, a common source', () => {
    expect(jaccard(new Set([1, 2, 3]), new Set([2, 3, 4]))).toBe(0.5);
    expect(jaccard(new Set(), new Set())).toBe(null);
    expect(containment(new Set([1]), new Set())).toBe(null);
    expect(novelty([], new Set([1]))).toBe(1);
    const five = [1, 2, 3, 4, 5].map((x) => new Set([0, x]));
    expect(withoutFormulae(five).map((s) => [...s])).toEqual([[1], [2], [3], [4], [5]]);
    expect(withoutFormulae(five.slice(0, 4))[0]?.has(0)).toBe(true);
    expect([...subtractSource(new Set([1, 2]), new Set([2]))]).toEqual([1]);
    expect(characterGrams('县、区。民政').size).toBe(0);
    expect([...characterGrams('社会工作站,建', 5)]).toEqual(['社会工作站', '会工作站建']);
  });
});
