import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/research/commands.ts';
import { readCsv, readJson, readText } from './read-fixture.ts';
import { answer, csv, folder, heli, root, write } from './run-heli.ts';

const fixture = (name: string) => path.join(root, 'tests/analysis/fixtures', name);
const close = (values: number[], digits = 8) => values.map((value) => expect.closeTo(value, digits));

describe('every command shows its columns and an example that runs', () => {
  it('the list of methods', async () => {
    const { out } = await heli('analyse', '--help');
    for (const { words } of COMMANDS) if (words[0] === 'analyse') expect(out).toContain(words[1]);
  });
  it.each(COMMANDS.map(({ words, method }) => [words.join(' '), method] as const))('%s', async (words, method) => {
    for (const language of ['zh', 'en'] as const) {
      const help = await heli(...words.split(' '), '--help', '--language', language);
      expect([help.code, help.out]).toEqual([0, expect.stringContaining(`heli ${words} ${method.example}`)]);
      expect(help.out.replace(/\s+/g, '')).toContain(method.columns[language].replace(/\s+/g, ''));
    }
    const example = [...words.split(' '), ...method.example.split(' ')];
    const json = await heli(...example, '--json');
    expect([json.err, json.code]).toEqual(['', 0]);
    expect(JSON.parse(json.out).status ?? 'ok').toMatch(/^(ok|shown)$/);
    const plain = await heli(...example);
    expect(plain.out.split('\n').length).toBeGreaterThan(2);
    expect(plain.out).not.toMatch(/undefined|NaN|\[object/);
  });
});

describe('the numbers are those of R and of the published answers', () => {
  const spells = fixture('km/participants.csv');
  it('Kaplan–Meier by group: fields and median', async () => {
    const { groups } = await answer('analyse', 'kaplan-meier', spells, '--time', 'time_days', '--event', 'lapsed');
    expect(groups).toEqual([
      expect.objectContaining({ name: 'all', n: 60, median: 210, lower: 112, upper: null, curve: expect.any(Array) }),
    ]);
    const row = groups[0].curve.findLast((point: { time: number }) => point.time <= 180);
    expect([row.survival, row.lower, row.upper]).toEqual(close([0.512, 0.369, 0.638], 3));
  });
  it('log-rank and Cox', async () => {
    const words = [spells, '--time', 'time_days', '--event', 'lapsed'];
    const { chiSquare, df, p } = await answer('analyse', 'log-rank', ...words, '--by', 'mode');
    expect([chiSquare, df, p]).toEqual([expect.closeTo(7.033, 3), 1, expect.closeTo(0.008, 4)]);
    const example = [
      'examples/spells.csv',
      '--time',
      'days',
      '--event',
      'lapsed',
      '--covariates',
      'group,age60,recognised',
    ];
    const expected = readJson('coxph/expected.json');
    for (const ties of ['efron', 'breslow']) {
      const found = await answer('analyse', 'cox', ...example, '--ties', ties);
      for (const { name, coef } of found.coefficients) expect(coef).toBeCloseTo(expected[ties].coef[name], 6);
      expect(found.logLikelihood).toEqual(close(expected[ties].loglik, 6));
      expect(Object.keys(found.coefficients[0])).toEqual(
        expect.arrayContaining(['name', 'coef', 'se', 'hazardRatio', 'lower', 'upper']),
      );
      if (ties === 'efron') expect(found.proportionalHazards).toMatchObject({ df: 3, p: expect.closeTo(0.584, 3) });
    }
  });
  it('competing risks', async () => {
    const words = [fixture('competing/exits.csv'), '--time', 'time', '--event', 'event', '--at', '60,120,360'];
    const { times, states } = await answer('analyse', 'competing-risks', ...words);
    expect(times).toEqual([60, 120, 360]);
    expect(states[2]).toHaveLength(3);
    for (const row of states) expect(row.reduce((a: number, b: number) => a + b, 0)).toBeCloseTo(1, 12);
    expect(states[2][1]).toBeCloseTo(0.61, 3);
  });
  it('Krippendorff’s alpha with gaps, with names and without, rows of coders or of units', async () => {
    const coders = [
      '1,2,3,3,2,1,4,1,2,,,',
      '1,2,3,3,2,2,4,1,2,5,,3',
      ',3,3,3,2,3,4,2,2,5,1,',
      '1,2,3,3,2,4,4,1,2,5,1,',
    ];
    const units = Array.from({ length: 12 }, (_, i) => i + 1);
    const files = [
      write('bare.csv', csv(...coders)),
      write(
        'named.csv',
        csv(`coder,${units.map((u) => `u${u}`).join(',')}`, ...coders.map((row, i) => `${'ABCD'[i]},${row}`)),
      ),
      write('ids.csv', csv(units.map((u) => 100 + u).join(','), ...coders)),
      write('numbered.csv', csv(units.join(','), ...coders)),
      write(
        'blank.csv',
        `\uFEFF${csv(`,${units.join(',')}`, ...coders.map((row, i) => `c${i},${row}`)).replaceAll('\n', '\r\n')}`,
      ),
    ];
    const wanted = { nominal: 0.7434, ordinal: 0.8154, interval: 0.8491, ratio: 0.7974 };
    for (const file of files)
      for (const [level, alpha] of Object.entries(wanted)) {
        const found = await answer('analyse', 'krippendorff', file, '--level', level, '--draws', '50');
        expect([found.alpha, found.units, found.coders]).toEqual([expect.closeTo(alpha, 4), 11, 4]);
        expect(found.lower).toBeLessThan(found.alpha);
        expect(found.upper).toBeGreaterThanOrEqual(found.alpha);
      }
    const textbook = await answer(
      'analyse',
      'krippendorff',
      fixture('agreement/krippendorff_textbook.csv'),
      '--rows',
      'units',
      '--level',
      'interval',
    );
    expect(textbook.alpha).toBeCloseTo(0.8491, 4);
    const letters = write('letters.csv', csv('a,a,b,b,d,c,c,c,e,d,d,a', 'b,a,b,b,b,c,c,c,e,d,d,d'));
    expect((await answer('analyse', 'krippendorff', letters)).alpha).toBeCloseTo(0.692, 3);
  });
  it('a real budget vote, with exactly the fields asked for', async () => {
    const name = 'poland_wieliczka_2023_green-budget.pb';
    const file = write(name, readText(`pabulib/${name}.gz`));
    const found = await answer(
      'budget',
      file,
      '--rule',
      'equal-shares',
      '--utility',
      'cost',
      '--completion',
      'none',
      '--ties',
      'votes,cost,id',
    );
    const expected = readJson('pabulib/expected.json').instances[name];
    expect(found.winners.toSorted()).toEqual(expected.mes_cost_sat_exact);
    expect(Object.keys(found)).toEqual(expect.arrayContaining(['winners', 'rounds', 'spent', 'budget', 'reason']));
    expect([found.budget, found.reason]).toEqual([Number(expected.budget), null]);
    expect((await answer('budget', file, '--rule', 'greedy')).winners.toSorted()).toEqual(expected.greedy_cost_sat);
    const { byVoter } = await answer('budget', file, '--voters');
    const paid = byVoter.flatMap((voter: { spent: { paid: number }[] }) => voter.spent.map((one) => one.paid));
    expect(paid.reduce((a: number, b: number) => a + b, 0)).toBeCloseTo(found.spent, 3);
  });
  it('who follows whom: 872 edges, as R', async () => {
    const file = write('spid.csv', readText('diffusion/spid_v1_adoptions.csv.gz'));
    const words = [
      '--unit',
      'statenam',
      '--cascade',
      'policy',
      '--time',
      'adopt_year',
      '--model',
      'exponential',
      '--rate',
      '0.5',
    ];
    const { edges, status } = await answer('diffusion', 'network', file, ...words, '--p-cutoff', '0.1');
    expect([edges.length, edges[0].from, edges[0].to, status]).toEqual([872, 'California', 'Oregon', 'ok']);
    expect((await answer('diffusion', 'network', file, ...words, '--edges', '7')).edges).toHaveLength(7);
    const dated = Array.from({ length: 10 }, (_, i) => `a,c${i},2021-02-28\nb,c${i},2021-03-01`);
    const days = write('days.csv', csv('u,c,t', ...dated));
    const found = await answer('diffusion', 'network', days, '--unit', 'u', '--cascade', 'c', '--time', 't');
    expect(found.edges.map((edge: { from: string; to: string }) => [edge.from, edge.to])).toEqual([['a', 'b']]);
  });
  it('who took what: the notices, dated by their names, by a table, or not', async () => {
    const pair = (found: any, from: string, to: string) =>
      found.pairs.find((one: { from: string; to: string }) => one.from.includes(from) && one.to.includes(to));
    const found = await answer('diffusion', 'reuse', 'examples/notices');
    expect(pair(found, 'national', 'province-a').containment).toBeCloseTo(20 / 39, 12);
    expect(pair(found, 'national', 'province-a').passages[0].text).toContain('乡镇社会工作人才制度体系');
    expect(pair(found, 'province-a', 'national')).toBeUndefined();
    const bare = path.join(folder, 'bare');
    mkdirSync(bare);
    const texts = readJson('textreuse/texts.json');
    for (const id of Object.keys(texts)) writeFileSync(path.join(bare, `${id}.txt`), texts[id].text);
    expect(pair(await answer('diffusion', 'reuse', bare), 'pA', 'nat').containment).toBeCloseTo(20 / 34, 12);
    const dates = write('dates.csv', csv('file,date', ...Object.keys(texts).map((id) => `${id},${texts[id].date}`)));
    expect(pair(await answer('diffusion', 'reuse', bare, '--dates', dates), 'pA', 'nat')).toBeUndefined();
  });
  it('opinion groups: a row a vote or a row a person, in any order, the last vote of a pair counts', async () => {
    const long = readFileSync(path.join(root, 'examples/votes.csv'), 'utf8').trim().split('\n');
    const [header = '', ...rows] = long;
    const first = await answer('groups', 'examples/votes.csv');
    expect(Object.keys(first)).toEqual(
      expect.arrayContaining(['participants', 'groups', 'silhouette', 'p', 'stability', 'status']),
    );
    const [voter, statement, vote] = (rows[0] as string).split(',');
    const changed = write('mixed.csv', csv(header, `${voter},${statement},${-Number(vote)}`, ...rows.toReversed()));
    expect(await answer('groups', changed)).toEqual(first);
    const wide = await answer(
      'groups',
      fixture('polis/votes.csv'),
      '--against',
      fixture('polis/expected_participants.csv'),
    );
    expect(wide.participants).toEqual(first.participants);
    expect(wide.adjustedRand).toBe(1);
  });
});

describe('files as spreadsheets write them', () => {
  const wanted = { n: 3, median: 2.5 };
  it.each([
    ['a byte order mark and CRLF', '\uFEFFtime,event\r\n1.5,1\r\n2.5,1\r\n4,0\r\n'],
    ['quotes, and a comma in a name', '"name","time","event"\n"Li, A",1.5,1\n"B ""b""","2.5",1\n"C\nc",4,0\n'],
    ['semicolons and decimal commas', 'time;event\n1,5;1\n2,5;1\n4;0\n'],
    ['tabs', 'time\tevent\n1.5\t1\n2.5\t1\n4\t0\n'],
    ['rows of empty cells, spaces, words for 1 and 0', 'time , event\n 1.5,TRUE\n2.5 ,true\n,\n4,FALSE\n,,\n'],
    ['old line ends', 'time,event\r1.5,1\r2.5,1\r4,0\r'],
  ])('%s', async (_, text) => {
    const file = write('sheet.csv', text);
    const { groups } = await answer('analyse', 'kaplan-meier', file, '--time', 'time', '--event', 'event');
    expect(groups[0]).toMatchObject(wanted);
  });
  it('Chinese columns', async () => {
    const file = write('zh.csv', csv('天数,停了', '1.5,1', '2.5,1', '4,0'));
    const { groups } = await answer('analyse', 'kaplan-meier', file, '--time', '天数', '--event', '停了');
    expect(groups[0]).toMatchObject(wanted);
  });
});

describe('readable without --json', () => {
  it('figures line by line, lists as tables, reasons as sentences', async () => {
    const rows = readCsv('trend_rates/series.csv').slice(0, 4);
    const file = write('short.csv', csv('x,y', ...rows.map((row) => `${row['quarter']},${row['hours']}`)));
    const { out } = await heli('analyse', 'theil-sen', file, '--x', 'x', '--y', 'y', '--language', 'en');
    expect(out).toMatch(/^status +ok\n! fewer than 8 periods\nslope +[\d.-]+\n/);
  });
});
