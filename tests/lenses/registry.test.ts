// The registry finds measures by itself: a new one is one file, and an old version stays.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { measureDocs } from '../../src/lenses/docs.ts';
import { countLens, measuresOf, openLens } from '../../src/lenses/lens.ts';
import type { Measure } from '../../src/lenses/measure.ts';
import { registry, registryOf } from '../../src/lenses/registry.ts';
import { NOTHING, withActs } from './facts.ts';

describe('the registry', () => {
  const made: Measure = {
    ...(registry.find('A4') as Measure),
    id: 'Z1',
    name: { zh: '新的一项', en: 'A new one' },
    count: ({ acts }) => [
      {
        key: 'acts',
        label: { zh: '笔', en: 'Acts' },
        unit: 'times',
        counted: { how: 'sum', value: acts.length },
        n: acts.length,
        persons: 0,
      },
    ],
    headline: 'acts',
    trend: false,
  };
  const files = Object.fromEntries(registry.current.map((one) => [`./measures/${one.id}.ts`, one]));

  test('one more file is one more measure: listed, counted and shown, with nothing else touched', () => {
    const wider = registryOf({ ...files, './measures/z1-new.ts': made });
    expect(wider.current.map(({ id }) => id)).toEqual([...registry.current.map(({ id }) => id), 'Z1']);
    const facts = withActs([{}, {}]);
    const lens = openLens('resilience', facts, countLens(facts, measuresOf(wider, 'resilience')));
    const reading = lens.readings.find(({ definition }) => definition.id === 'Z1');
    expect(reading?.values[0]).toMatchObject({ key: 'acts', value: 2, status: 'shown' });
    expect(lens.parts.find(({ key }) => key === made.part)?.measures).toContain('Z1');
  });

  test('an older version stays, and is counted when asked for', () => {
    const older = { ...made, count: () => [], version: 1 };
    const both = registryOf({ ...files, './measures/z1.ts': { ...made, version: 2 }, './measures/z1-old.ts': older });
    expect(both.current.filter(({ id }) => id === 'Z1').map(({ version }) => version)).toEqual([2]);
    expect(both.find('Z1', 1)?.count(NOTHING)).toEqual([]);
    const { own } = measuresOf(both, 'resilience', new Map([['Z1', 1]]));
    expect(own.find(({ id }) => id === 'Z1')?.version).toBe(1);
  });

  test('two files for one version of one measure are refused', () => {
    expect(() => registryOf({ ...files, './measures/z1.ts': made, './measures/z2.ts': made })).toThrow('Z1 version 1');
  });

  test('every file of the folder is one measure with its words in both languages and its limits', () => {
    expect(registry.current.map(({ id }) => id)).toEqual([
      ...['A4', 'A6', 'A7', 'B1', 'B2', 'B3', 'B4', 'C2', 'C3', 'C7', 'D1', 'D2', 'D3', 'D5', 'Q1'],
    ]);
    for (const { name, question, inputs, minimum, threats, sources } of registry.current) {
      for (const words of [name, question, inputs, minimum, threats]) {
        expect(words.zh).toMatch(/\p{Script=Han}/u);
        expect(words.en).not.toMatch(/\p{Script=Han}/u);
      }
      expect(sources.length).toBeGreaterThan(0);
    }
  });

  test('docs/measures says the same (node scripts/measures.js writes it)', () => {
    const expected = measureDocs(registry);
    const written = readdirSync('docs/measures').map((name) => [name, readFileSync(`docs/measures/${name}`, 'utf8')]);
    expect(Object.fromEntries(written)).toEqual(expected);
  });
});
