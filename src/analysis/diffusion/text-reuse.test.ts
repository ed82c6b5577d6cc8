import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answered } from '../../../tests/analysis/answered.ts';
import { readJson, readText } from '../../../tests/analysis/read-fixture.ts';
import { madeTexts } from '../../../tests/bench/made-texts.ts';
import { alignWords } from './align-words.ts';
import { fingerprints } from './fingerprints.ts';
import { placesOfLetters, plainLetters } from './plain-letters.ts';
import { bagSimilarity, matchedShare, sketchProbability, sketchThreshold } from './reuse-measures.ts';
import { textReuse } from './text-reuse.ts';

const notices = Object.entries(readJson('textreuse/texts.json') as Record<string, { date: string; text: string }>);
const dated = notices.map(([id, { date, text }]) => ({ id, date, text }));
const expected = readJson('textreuse/expected.json');

describe('who took what from whom', () => {
  it('containment as scikit-learn counts it, from the earlier to the later notice', () => {
    const { pairs } = answered(textReuse(dated));
    const wanted = expected.pairs.filter((pair: { shared: number }) => pair.shared > 0);
    expect(pairs.map(({ from, to, containment, shared }) => [from, to, containment, shared])).toEqual(
      wanted.map((pair: Record<string, number>) => [
        pair['earlier'],
        pair['later'],
        expect.closeTo(pair['containment'] as number, 12),
        pair['shared'],
      ]),
    );
    expect(pairs.every((pair) => pair.dated)).toBe(true);
  });
  it('novelty against all that are earlier', () => {
    const { novelty } = answered(textReuse(dated));
    for (const { id, novelty: value } of novelty)
      expect(value).toBeCloseTo(id === 'nat' ? 1 : expected.novelty_vs_all_earlier[id], 12);
  });
  it('the passages are told in letters of both texts', () => {
    const { pairs } = answered(textReuse(dated));
    const [passage] = pairs.find(({ from, to }) => from === 'nat' && to === 'pA')?.passages ?? [];
    const text = dated.find(({ id }) => id === 'pA')?.text ?? '';
    const places = placesOfLetters(text);
    const end = (passage?.second ?? 0) + (passage?.secondLength ?? 0) - 1;
    expect(text.slice(places[passage?.second ?? 0], (places[end] ?? 0) + 1)).toBe(
      '加快建立健全乡镇社会工作人才制度体系,力争两年内实现乡镇社工站全覆盖',
    );
  });
  it('without dates both directions are told, and no novelty', () => {
    const { pairs, novelty, reasons } = answered(textReuse(dated.map(({ id, text }) => ({ id, text }))));
    expect(reasons).toEqual(['direction-not-known-for-all-pairs']);
    const both = pairs.filter(({ from, to }) => [from, to].sort().join() === 'nat,pA');
    expect(both.map(({ from, containment }) => [from, containment])).toEqual([
      ['nat', expect.closeTo(20 / 39, 12)],
      ['pA', expect.closeTo(20 / 34, 12)],
    ]);
    expect(novelty.every((one) => one.novelty === null)).toBe(true);
  });
  it('what all have from the national notice can be taken out', () => {
    const copies = ['a', 'b'].map((id, i) => ({
      id,
      date: `2022-0${i + 1}`,
      text: `${dated[0]?.text}${id === 'a' ? '甲乙丙丁戊己庚辛' : '子丑寅卯辰巳午未'}`,
    }));
    const pairOf = (source?: string) =>
      answered(textReuse([...dated, ...copies], source ? { source } : {})).pairs.find(
        ({ from, to }) => from === 'a' && to === 'b',
      );
    expect(pairOf()?.containment).toBeGreaterThan(0.6);
    expect(pairOf('nat')).toBeUndefined();
  });
  it('phrases of more than half of five texts or more count for nothing', () => {
    const texts = ['甲', '乙', '丙', '丁', '戊'].map((own, i) => ({
      id: own,
      date: `202${i}`,
      text: `各市县区人民政府${own.repeat(9)}${i < 2 ? '每站不少于两人' : ''}`,
    }));
    const { pairs } = answered(textReuse(texts));
    expect(pairs.map(({ from, to, shared }) => [from, to, shared])).toEqual([['甲', '乙', 3]]);
  });
});

describe('thousands of texts', () => {
  it('marks find every pair with a copied passage that comparing all finds', () => {
    const texts = madeTexts(41, 700);
    const key = ({ from, to }: { from: string; to: string }) => `${from}>${to}`;
    const all = answered(textReuse(texts)).pairs.filter(({ passages }) => passages.some(({ same }) => same >= 40));
    const marked = new Map(answered(textReuse(texts, { compareAll: 0 })).pairs.map((pair) => [key(pair), pair]));
    expect(all.length).toBeGreaterThan(10);
    for (const pair of all) expect(marked.get(key(pair))).toEqual(pair);
  });
  it('a shared run of fifteen letters always leaves a common mark', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'合力社工站居民'), maxLength: 40 });
    const run = fc.string({ unit: fc.constantFrom(...'合力社工站居民'), minLength: 15, maxLength: 15 });
    fc.assert(
      fc.property(run, letters, letters, (copied, before, after) => {
        const [one, two] = [before + copied, copied + after].map((text) => new Set(fingerprints(plainLetters(text))));
        expect([...(one as Set<number>)].some((mark) => two?.has(mark))).toBe(true);
      }),
    );
  });
  it('an edited passage is one passage', () => {
    const copied = '每站不少于两人配备专业社工并由省级财政每站补助五万元用于开展服务';
    const edited = copied.replace('省级', '市县级');
    const { pairs } = answered(
      textReuse([
        { id: 'a', date: '2020', text: `甲乙丙丁${copied}` },
        { id: 'b', date: '2021', text: `${edited}子丑寅卯` },
      ]),
    );
    expect(pairs[0]?.passages).toEqual([
      { first: 4, firstLength: copied.length, second: 0, secondLength: edited.length, same: copied.length - 1 },
    ]);
  });
});

describe('as R’s textreuse', () => {
  const code = (name: string) => readText(`diffusion/textreuse_legal_${name}.txt`);
  it('the codes of California and New York align over 728 and 738 words; score 1032, as textreuse’s code gives on these files (its own copy: 1035)', () => {
    expect(answered(alignWords(code('ca1851-match'), code('ny1850-match'))).score).toBe(1032);
  });
  it('a bungled quotation', () => {
    const shakespeare =
      'Haste still pays haste, and leisure answers leisure; Like doth quit like, and MEASURE still FOR MEASURE. Then, Angelo, thy fault’s thus manifested;';
    const critic =
      'quoting from the words of the Sermon on the Mount, says, Haste still goes very quickly , and leisure answers leisure; Like doth cancel like, and measure still for measure. These titular words';
    expect(answered(alignWords(shakespeare, critic))).toMatchObject({
      score: 24,
      a: 'Haste still pays #### haste #### ####### and leisure answers leisure Like doth quit ###### like and MEASURE still FOR MEASURE',
      b: 'Haste still #### goes ##### very quickly and leisure answers leisure Like doth #### cancel like and measure still for measure',
    });
  });
  it('no word in common: no alignment', () => {
    expect(alignWords('a b', 'c')).toEqual({ status: 'undefined', reasons: ['no-common-word'] });
  });
  it('bags, shares of matches, sketches', () => {
    expect(bagSimilarity([...'aaab'], [...'aabbc'])).toBeCloseTo(1 / 3, 12);
    expect(bagSimilarity([], [])).toBe(null);
    expect(matchedShare(new Set(['1', '2', '3', '4']), ['3', '4', '5'])).toBeCloseTo(2 / 3, 12);
    expect(sketchThreshold(200, 50)).toBeCloseTo(0.3760603, 7);
    expect(sketchThreshold(240, 80)).toBeCloseTo(0.2320794, 7);
    expect(sketchProbability(240, 80, 0.25)).toBeCloseTo(0.7163087, 7);
  });
});

describe('what it refuses', () => {
  it('one text, a text twice, a date that is none, an unknown source', () => {
    expect(textReuse([{ id: 'a', text: 'x' }])).toEqual({ status: 'too-few', reasons: ['fewer-than-two-texts'] });
    const two = [
      { id: 'a', text: 'x' },
      { id: 'a', text: 'y' },
    ];
    expect(() => textReuse(two)).toThrow(/text-twice.*row 2/);
    expect(() => textReuse([{ id: 'a', text: '', date: 'May' }])).toThrow(/not-a-day.*column date/);
    expect(() => textReuse([{ id: 'a', text: '' }], { source: 'b' })).toThrow('unknown-text');
  });
  it('empty texts and texts of marks alone share nothing', () => {
    const { pairs, novelty } = answered(
      textReuse([
        { id: 'a', text: '', date: '2020' },
        { id: 'b', text: '，。！', date: '2021' },
      ]),
    );
    expect([pairs, novelty.map((one) => one.novelty)]).toEqual([[], [null, null]]);
  });
  it('letters outside the basic plane are kept, pictures are not', () => {
    expect(String.fromCharCode(...plainLetters('𠮷a😀,b'))).toBe('𠮷ab');
  });
});
