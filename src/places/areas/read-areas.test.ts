import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { CITIES_WITHOUT_COUNTIES, levelOf, rangeOf } from './code.ts';
import { dataFolder, packageRoot } from './data-folder.ts';
import { type Area, readTowns, readVillages } from './read-areas.ts';
import { readChanges } from './read-changes.ts';

const folder = dataFolder();
const file = (name: string) => readFileSync(path.join(folder, name));
const towns = [...readTowns(file('towns.txt.gz'))];
const byCode = new Map(towns.map((area) => [area.code, area]));
const provinces = readdirSync(path.join(folder, 'villages'));
const villagesOf = (province: string): Area[] => [...readVillages(file(`villages/${province}.txt.gz`))];

describe('an outline of areas', () => {
  test('a tab leads one level deeper, + counts on, and a level may be skipped', () => {
    const text = '44广东省\n\t19东莞市\n\t\t\t003东城街道\n\t\t\t+南城街道\n\t20中山市\n\t\t01x\n\t\t\t\t005101社区\n';
    expect([...readTowns(gzipSync(text))]).toEqual([
      { code: '440000000000', level: 1, name: '广东省', parent: null },
      { code: '441900000000', level: 2, name: '东莞市', parent: '440000000000' },
      { code: '441900003000', level: 4, name: '东城街道', parent: '441900000000' },
      { code: '441900004000', level: 4, name: '南城街道', parent: '441900000000' },
      { code: '442000000000', level: 2, name: '中山市', parent: '440000000000' },
      { code: '442001000000', level: 3, name: 'x', parent: '442000000000' },
      { code: '442001000005', level: 5, name: '101社区', parent: '442001000000' },
    ]);
  });

  test('a line without a name only leads deeper', () => {
    const areas = [...readVillages(gzipSync('37\n\t02\n\t\t03\n\t\t\t001\n\t\t\t\t001延安路社区\n'))];
    expect(areas).toEqual([{ code: '370203001001', level: 5, name: '延安路社区', parent: '370203001000' }]);
  });
});

describe('the list of areas', () => {
  test('has every province, city, county and town of 2023', () => {
    const counts = [1, 2, 3, 4].map((level) => towns.filter((area) => area.level === level).length);
    expect(counts).toEqual([31, 342, 2975, 41351]);
    expect(byCode.size).toBe(towns.length);
  });

  test('every area has a name, the level its code says, and a parent that comes before it', () => {
    const seen = new Set<string | null>([null]);
    const odd = towns.filter((area) => {
      seen.add(area.code);
      return area.name === '' || levelOf(area.code) !== area.level || !seen.has(area.parent);
    });
    expect(odd).toEqual([]);
  });

  test('the cities without counties are 东莞, 中山 and 儋州', () => {
    const bare = new Set(towns.filter((area) => area.level === 4 && area.parent?.endsWith('00000000')));
    expect([...new Set([...bare].map((area) => area.parent))]).toEqual(CITIES_WITHOUT_COUNTIES);
    expect(CITIES_WITHOUT_COUNTIES.map((code) => byCode.get(code)?.name)).toEqual(['东莞市', '中山市', '儋州市']);
  });

  test('嘉峪关 and the cities of the Xinjiang corps keep the counties they are coded with', () => {
    expect(byCode.get('620201000000')).toMatchObject({ level: 3, parent: '620200000000' });
    expect(byCode.get('659001000000')).toMatchObject({ level: 3, name: '石河子市', parent: '659000000000' });
  });

  test('every village lies in a town of the list, once', () => {
    let count = 0;
    for (const name of provinces) {
      const villages = villagesOf(name.slice(0, 2));
      const strays = villages.filter((area) => area.level !== 5 || byCode.get(area.parent ?? '')?.level !== 4);
      expect(strays, name).toEqual([]);
      expect(new Set(villages.map((area) => area.code)).size, name).toBe(villages.length);
      count += villages.length;
    }
    expect([provinces.length, count]).toEqual([31, 620_572]);
  });

  test('the range of a county holds all its villages', () => {
    const { from, to } = rangeOf('441900');
    const inside = villagesOf('44').filter((area) => area.code >= from && area.code <= to);
    expect(inside.length).toBeGreaterThan(500);
    expect(inside.every((area) => area.code.startsWith('4419'))).toBe(true);
  });

  test('every file is the one SOURCE.md tells of', () => {
    const source = file('SOURCE.md').toString();
    const names = ['towns.txt.gz', 'changes.csv', ...provinces.map((name) => `villages/${name}`)];
    for (const name of names) {
      const digest = createHash('sha256').update(file(name)).digest('hex');
      expect(source, name).toContain(`| ${name} | ${file(name).length} | ${digest} |`);
    }
  });
});

describe('changed codes', () => {
  const changes = readChanges(file('changes.csv').toString());

  test('莱城区 became 济南市莱芜区 in January 2019', () => {
    expect(changes).toContainEqual({
      oldCode: '371202000000',
      newCode: '370116000000',
      changedOn: '2019-01-09',
      note: '莱城区→莱芜区',
    });
  });

  test('every old code is gone from the list and every new one is in it, under the name in the note', () => {
    const wrong = changes.filter(({ oldCode, newCode, note }) => {
      const name = /→(.+?)(（部分）)?$/.exec(note)?.[1];
      return byCode.has(oldCode) || byCode.get(newCode)?.name !== name;
    });
    expect(wrong).toEqual([]);
  });

  test('days are days between 2019 and the middle of 2023, and no line is there twice', () => {
    const days = changes.map((change) => change.changedOn);
    expect(days.every((day) => day >= '2019-01-01' && day <= '2023-06-30' && !Number.isNaN(Date.parse(day)))).toBe(
      true,
    );
    expect(new Set(changes.map(({ oldCode, newCode }) => oldCode + newCode)).size).toBe(changes.length);
  });
});

test('the data are found from the source and from the built program alike', () => {
  expect(packageRoot(path.join(packageRoot(), 'dist/program/heli.js'))).toBe(packageRoot());
  expect(() => packageRoot('/heli.js')).toThrow();
});
