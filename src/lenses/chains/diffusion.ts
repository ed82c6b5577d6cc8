import type { ChainPart } from './part.ts';

const TEXTS = { zh: '文件和做法的文字，还没有地方放', en: 'Documents and practices have no place yet' };

const part = (
  row: 'drives' | 'mechanisms',
  key: string,
  { words, term }: Pick<ChainPart, 'words' | 'term'>,
): ChainPart => ({
  key,
  row,
  words,
  term,
  record: TEXTS,
});

/** Study 004: three drives of innovation and five mechanisms of diffusion. */
export const DIFFUSION_PARTS: readonly ChainPart[] = [
  part('drives', 'back-pressure', {
    words: { zh: '被问题逼出来的', en: 'Forced by a problem' },
    term: { zh: '倒逼机制', en: 'Back-pressure' },
  }),
  part('drives', 'guidance', {
    words: { zh: '跟着大家的需要走的', en: 'Led by people’s needs' },
    term: { zh: '民众需求升级的引导机制', en: 'Guidance by upgraded needs' },
  }),
  part('drives', 'paired-competition', {
    words: { zh: '结对比出来的', en: 'Born of a paired contest' },
    term: { zh: '“结对竞赛”驱动机制', en: 'Paired competition' },
  }),
  part('mechanisms', 'coercion', {
    words: { zh: '上面要求的', en: 'Required from above' },
    term: { zh: '强制机制', en: 'Coercion' },
  }),
  part('mechanisms', 'learning', {
    words: { zh: '学来的', en: 'Learned from others' },
    term: { zh: '学习机制', en: 'Learning' },
  }),
  part('mechanisms', 'competition', {
    words: { zh: '不甘落后的', en: 'Not to fall behind' },
    term: { zh: '竞争机制', en: 'Competition' },
  }),
  part('mechanisms', 'socialisation', {
    words: { zh: '来往多了跟着做的', en: 'By going along with one another' },
    term: { zh: '社会化机制', en: 'Socialisation' },
  }),
  part('mechanisms', 'floor-guarantee', {
    words: { zh: '上面托着底的', en: 'With a floor held from above' },
    term: { zh: '托底机制', en: 'Floor guarantee' },
  }),
];
