import { expect, it } from 'vitest';
import { randomFrom, shuffle } from './random.ts';

it('the same seed gives the same draws, another seed others', () => {
  const draws = (seed: number) => {
    const random = randomFrom(seed);
    return Array.from({ length: 5 }, () => random.next());
  };
  expect(draws(1)).toEqual(draws(1));
  expect(draws(1)).not.toEqual(draws(2));
});

it('is even enough: mean, spread and each of ten boxes', () => {
  const random = randomFrom(42);
  const boxes = new Array<number>(10).fill(0);
  let sum = 0;
  for (let i = 0; i < 100_000; i++) {
    const box = random.below(10);
    boxes[box] = (boxes[box] as number) + 1;
    sum += random.next();
  }
  expect(sum / 100_000).toBeCloseTo(0.5, 2);
  const chiSquare = boxes.reduce((total, n) => total + (n - 10_000) ** 2 / 10_000, 0);
  expect(chiSquare).toBeLessThan(27.9); // p = .001 with 9 degrees of freedom
});

it('every order of three comes up about as often', () => {
  const random = randomFrom(7);
  const counts = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const items = ['a', 'b', 'c'];
    shuffle(items, random);
    counts.set(items.join(''), (counts.get(items.join('')) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const n of counts.values()) expect(Math.abs(n - 1000)).toBeLessThan(130);
});
