import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasReason, reasonIn } from '../../src/cli/research/reasons.ts';
import { answer, csv, folder, heli, root, write } from './run-heli.ts';

describe('bad input is refused, and where it stands is told', () => {
  const times = (cell: string) => write('times.csv', csv('who,days,left', 'A,5,1', '', `B,${cell},0`));
  const ask = (file: string, ...more: string[]) =>
    heli('analyse', 'kaplan-meier', file, '--time', 'days', '--event', 'left', '--language', 'en', ...more);
  it.each([
    ['', 'nothing is written there'],
    ['NA', 'nothing is written there'],
    ['five', 'is not a number (five)'],
    ['1e999', 'is not a number (1e999)'],
    ['NaN', 'is not a number (NaN)'],
    ['-3', 'must not be below 0 (-3)'],
  ])('a time that is "%s"', async (cell, sentence) => {
    const file = times(cell);
    expect(await ask(file)).toEqual({
      code: 3,
      out: '',
      err: `${file}, row 2 (line 4 of the file), column days: ${sentence}\n`,
    });
  });
  it('as JSON, and in Chinese', async () => {
    const file = times('five');
    expect(JSON.parse((await ask(file, '--json')).err)).toMatchObject({
      code: 'invalid',
      reason: 'not-a-number',
      file,
      row: 2,
      line: 4,
      column: 'days',
      value: 'five',
    });
    const chinese = await heli(
      'analyse',
      'kaplan-meier',
      file,
      '--time',
      'days',
      '--event',
      'left',
      '--language',
      'zh',
    );
    expect(chinese.err).toBe(`${file}，第 2 行（文件第 4 行），days 列：不是数（five）\n`);
  });
  it('an event that is neither 0 nor 1, a column that is not there, no rows, no file', async () => {
    expect((await ask(write('e.csv', csv('days,left', '1,2')))).err).toContain(
      'row 1 (line 2 of the file), column left',
    );
    expect((await ask(write('c.csv', csv('day,left', '1,1')))).err).toContain(
      'column days: there is no such column (day, left)',
    );
    expect((await ask(write('r.csv', csv('days,left')))).err).toContain('there are no rows');
    expect((await ask(write('empty.csv', ''))).err).toContain('the file is empty');
    expect((await ask(path.join(folder, 'none.csv'))).err).toContain('there is no such file');
    expect((await ask(write('t.csv', csv('days,left,left', '1,1,0')))).err).toContain('two columns have one name');
    expect((await ask(write('l.csv', csv('days,left', '1,1,7')))).err).toContain('more cells than the header');
  });
  it('an empty group', async () => {
    const file = write('g.csv', csv('days,left,by', '1,1,a', '2,0,'));
    expect((await ask(file, '--by', 'by')).err).toContain(
      'row 2 (line 3 of the file), column by: nothing is written there',
    );
  });
  it('wrong use ends with 2 and says what is missing', async () => {
    const file = times('5');
    const en = ['--language', 'en'];
    expect(await heli('analyse', 'kaplan-meier', file, '--time', 'days', ...en)).toMatchObject({
      code: 2,
      err: expect.stringContaining('--event'),
    });
    expect(await heli('analyse', 'magic', file, ...en)).toMatchObject({
      code: 2,
      err: expect.stringContaining('magic'),
    });
    expect(await heli('budget', ...en)).toMatchObject({ code: 2 });
    expect(await heli('budget', file, '--rule', 'dictator', ...en)).toMatchObject({ code: 2 });
  });
  it('a budget vote: unknown projects, no amounts, no sections, strange ties', async () => {
    const pb = (budget: string, vote: string) =>
      write(
        'x.pb',
        `META\nkey;value\nbudget;${budget}\nPROJECTS\nproject_id;cost\na;1\nVOTES\nvoter_id;vote\n1;${vote}\n`,
      );
    const run = async (file: string, ...more: string[]) =>
      (await heli('budget', file, '--language', 'en', ...more)).err;
    expect(await run(pb('5', 'b'))).toContain('row 1, column vote: there is no such project (b)');
    expect(await run(pb('', 'a'))).toContain('column budget: nothing is written there');
    expect(await run(pb('much', 'a'))).toContain('is not an amount (much)');
    expect(await run(write('y.pb', 'META\nkey;value\n'))).toContain('a section is missing');
    expect(await run(pb('5', 'a'), '--ties', 'luck')).toContain('column --ties: must be votes, cost or id (luck)');
  });
  it('a folder that is not there, adoptions that stand twice', async () => {
    expect((await heli('diffusion', 'reuse', path.join(folder, 'no'), '--language', 'en')).err).toContain(
      'there is no such folder',
    );
    const file = write('two.csv', csv('u,c,t', 'a,x,1', 'a,x,2'));
    const { err } = await heli(
      'diffusion',
      'network',
      file,
      '--unit',
      'u',
      '--cascade',
      'c',
      '--time',
      't',
      '--language',
      'en',
    );
    expect(err).toContain('row 2 (line 3 of the file), column u: a unit stands twice in a cascade (a)');
  });
});

describe('what cannot be answered has a status and a reason', () => {
  it('one group, no events, everyone equal, one cascade', async () => {
    const file = write('same.csv', csv('t,e,g,x', '1,0,a,1', '2,0,a,1'));
    const spells = ['--time', 't', '--event', 'e'];
    expect(await answer('analyse', 'log-rank', file, ...spells, '--by', 'g')).toEqual({
      status: 'no-variation',
      reasons: ['one-group'],
    });
    expect(await answer('analyse', 'cox', file, ...spells, '--covariates', 'x')).toEqual({
      status: 'too-few',
      reasons: ['no-events'],
    });
    expect(await answer('analyse', 'krippendorff', write('k.csv', csv('a,a,a', 'a,a,a')))).toEqual({
      status: 'no-variation',
      reasons: ['one-value-everywhere'],
    });
    const one = write('one.csv', csv('u,c,t', 'a,x,1', 'b,x,2'));
    expect(await answer('diffusion', 'network', one, '--unit', 'u', '--cascade', 'c', '--time', 't')).toEqual({
      status: 'too-few',
      reasons: ['fewer-than-10-cascades'],
    });
  });
  it('a covariate that tells the outcome exactly', async () => {
    const file = write('sep.csv', csv('e,x', ...Array.from({ length: 20 }, (_, i) => `${i % 2},${i % 2}`)));
    const found = await answer('analyse', 'discrete-time', file, '--event', 'e', '--covariates', 'x');
    expect(found).toMatchObject({ status: 'separation' });
    expect(
      await answer('analyse', 'discrete-time', file, '--event', 'e', '--covariates', 'x', '--firth'),
    ).toMatchObject({ status: 'ok' });
  });
  it('every reason of the methods has a sentence in both languages', () => {
    const sources = readdirSync(path.join(root, 'src/analysis'), { recursive: true }).map(String);
    const keys = sources
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .flatMap((file) => {
        const text = readFileSync(path.join(root, 'src/analysis', file), 'utf8');
        const faults = [...text.matchAll(/reason: (?:[^'{}]*\? )?'([a-z0-9-]+)'(?: : '([a-z0-9-]+)')?/g)];
        const refusals = [
          ...text.matchAll(/unanswered\(\s*'[a-z-]+',\s*(?:[^'{}()]*\? )?'([a-z0-9-]+)'(?: : '([a-z0-9-]+)')?/g),
        ];
        return [...faults, ...refusals].flatMap(([, one, other]) => [one, other].filter((key) => key !== undefined));
      });
    expect(keys.length).toBeGreaterThan(60);
    expect([...new Set(keys)].filter((key) => !hasReason(key)).sort()).toEqual([]);
    expect(reasonIn('zh', 'separates-x')).toBe('这个因素把结果完全分开：x');
  });
});
