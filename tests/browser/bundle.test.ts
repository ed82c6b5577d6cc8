import { beforeAll, describe, expect, test } from 'vitest';
import { builtContents, builtFiles, builtPages, gzipSize, scriptsOf } from './support/built.ts';

const KILOBYTE = 1024;

beforeAll(builtPages, 180_000);

describe('what travels to a browser', () => {
  test('holds nothing of the server', () => {
    const held = Object.values(builtContents()).flat();
    const server = held.filter(
      (name) =>
        ['pg', 'kysely', 'hono', '@orpc/server', '@hono/node-server', 'better-auth', 'pg-copy-streams'].includes(
          name,
        ) ||
        /^src\/.*(store|commands|queries|router|serve)\.ts$/.test(name) ||
        /^src\/(server|cli)\//.test(name),
    );
    expect(server).toEqual([]);
  });

  test('of our own source only schemas, codes, terms, rules, analysis and the small blocks of the platform', () => {
    const ours = Object.values(builtContents())
      .flat()
      .filter((name) => name.startsWith('src/'));
    const blocks = /^src\/platform\/(fields|permission|clock|ids|errors|phone)\.ts$/;
    const said =
      /^src\/\w+(\/(month|contract|templates|profiles))?\/(schema|codes|terms|rules|consent-rules|inference|id-number)\.ts$|^src\/analysis\//;
    // What a sheet may be, what its columns may hold, and how a cell is masked: terms and rules of the import.
    const sheets = /^src\/reports\/import\/(sheet-kinds|roles|choices|masked-cell)\.ts$/;
    const strange = ours.filter((name) => !blocks.test(name) && !said.test(name) && !sheets.test(name));
    expect(strange).toEqual([]);
  });
});

describe('the residents’ page', () => {
  test('needs at most 110 KB of script on the first visit', () => {
    const scripts = scriptsOf('resident.html');
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.reduce((sum, file) => sum + gzipSize(file), 0)).toBeLessThanOrEqual(110 * KILOBYTE);
  });

  test('carries no antd, no router, no query, no zod, no client', () => {
    const contents = builtContents();
    const held = new Set(scriptsOf('resident.html').flatMap((file) => contents[file] ?? []));
    const heavy = [...held].filter((name) => /^(antd|zod|@tanstack|@orpc|@ant-design|@rc-component|dayjs)/.test(name));
    expect(heavy).toEqual([]);
  });
});

describe('the staff’s pages', () => {
  test('open with at most 170 KB of script', () => {
    const sum = scriptsOf('index.html').reduce((total, file) => total + gzipSize(file), 0);
    expect(sum).toBeLessThanOrEqual(170 * KILOBYTE);
  });

  test('bring antd only where a desk asks for it', () => {
    const contents = builtContents();
    const first = scriptsOf('index.html').flatMap((file) => contents[file] ?? []);
    expect(first.filter((name) => /^(antd|dayjs|@ant-design|@rc-component|qrcode)/.test(name))).toEqual([]);
  });

  test('bring of antd’s languages only Chinese and English', () => {
    const files = builtFiles();
    expect(files.filter((name) => /ja_JP|fr_FR|de_DE/.test(name))).toEqual([]);
  });
});
