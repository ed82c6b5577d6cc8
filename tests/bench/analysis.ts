import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { coOccurrence } from '../../src/analysis/agreement/co-occurrence.ts';
import { alphaBinary } from '../../src/analysis/agreement/spans.ts';
import { decideBudget } from '../../src/analysis/budget/decide-budget.ts';
import { readPb } from '../../src/analysis/budget/read-pb.ts';
import { readCells } from '../../src/analysis/cells.ts';
import { netInf } from '../../src/analysis/diffusion/netinf.ts';
import { textReuse } from '../../src/analysis/diffusion/text-reuse.ts';
import { findGroups, testGroups } from '../../src/analysis/groups/opinion-groups.ts';
import { voteTable } from '../../src/analysis/groups/vote-table.ts';
import { randomFrom } from '../../src/analysis/random.ts';
import { cox } from '../../src/analysis/survival/cox.ts';
import { kaplanMeier } from '../../src/analysis/survival/kaplan-meier.ts';
import { madeTexts } from './made-texts.ts';

// Figures of the methods: the computation alone, its input already read. Best and median of some runs, against the
// figure each has to keep. Where R with `survival` is installed, the same data go through it, and the ratio is printed.

const say = (text: string) => process.stdout.write(`${text}\n`);
const seconds = (value: number) => `${value < 10 ? value.toFixed(3) : value.toFixed(1)} s`;

function fixture(name: string): string {
  return gunzipSync(readFileSync(path.join('tests/analysis/fixtures', name))).toString('utf8');
}

interface Run {
  wall: number;
  cpu: number;
}

function timed(work: () => unknown): Run {
  const [from, before] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - from) / 1000, cpu: (user + system) / 1e6 };
}

/** Runs the work some times; answers the best time in seconds. On a busy machine the processor's time tells more. */
function measure(what: string, { within, runs = 5 }: { within?: number; runs?: number }, work: () => unknown): number {
  const all = Array.from({ length: runs }, () => timed(work)).sort((a, b) => a.wall - b.wall);
  const [best, middle] = [all[0] as Run, all[Math.floor(runs / 2)] as Run];
  const kept = within === undefined ? '' : `  ${middle.wall <= within ? 'within' : 'NOT WITHIN'} ${within} s`;
  say(
    `${what.padEnd(66)} best ${seconds(best.wall)}, median ${seconds(middle.wall)}, cpu ${seconds(middle.cpu)}${kept}`,
  );
  return best.wall;
}

function budgets(): void {
  for (const [name, within] of [
    ['poland_warszawa_2022_bielany', 0.9],
    ['poland_wroclaw_2015_150-500', 0.2],
  ] as const) {
    const { election } = readPb(fixture(`pabulib/${name}.pb.gz`));
    const size = `${election.voters.length} × ${election.projects.length}`;
    measure(`equal shares, exact, ${size}`, { within }, () => decideBudget(election, { rule: 'equal-shares' }));
    measure(`equal shares with add1, exact, ${size}`, { runs: 3 }, () =>
      decideBudget(election, { rule: 'equal-shares', completion: 'add1' }),
    );
  }
}

function conversation() {
  const [header, ...rows] = readCells(fixture('polis-real/vtaiwan.uberx.csv.gz'), ',').map(({ cells }) => cells);
  const votes = rows.flatMap((row) =>
    row.flatMap((cell, s) =>
      s < 6 || cell === '' ? [] : [{ p: row[0] ?? '', s: header?.[s] ?? '', v: Number(cell) }],
    ),
  );
  return voteTable({
    participant: votes.map((v) => v.p),
    statement: votes.map((v) => v.s),
    vote: votes.map((v) => v.v),
  });
}

function groups(): void {
  const table = conversation();
  const size = `${table.participants.length} × ${table.statements.length}`;
  const found = findGroups(table);
  measure(`opinion groups, 20 starts, ${size}`, { within: 0.5 }, () => findGroups(table));
  measure(`their test against 20 mixed votes, ${size}`, { runs: 1 }, () =>
    testGroups(table, found?.silhouette ?? 0, { draws: 20 }),
  );
}

function codings(): void {
  const [documents, length, codes, count] = [23, 8000, 30, 7788];
  const random = randomFrom(1);
  const made = Array.from({ length: count }, () => {
    const start = random.below(length - 400);
    return {
      coder: random.below(2),
      document: `d${random.below(documents)}`,
      code: `c${random.below(codes)}`,
      start,
      end: start + 20 + random.below(380),
    };
  });
  const size = { length: documents * length, coders: 2 };
  const spans = Array.from({ length: codes }, (_, c) =>
    made
      .filter(({ code }) => code === `c${c}`)
      .map(({ coder, document, start, end }) => {
        const offset = length * Number(document.slice(1));
        return { coder, start: start + offset, end: end + offset };
      }),
  );
  measure(`co-occurrence and alpha-binary of ${codes} codes, ${count} codings`, { within: 0.05, runs: 15 }, () => {
    coOccurrence(made);
    for (const own of spans) alphaBinary(own, size);
  });
}

function network(): void {
  const rows = readCells(fixture('diffusion/spid_v1_adoptions.csv.gz'), ',').slice(1);
  const column = (at: number) => rows.map(({ cells }) => cells[at] ?? '');
  const adoptions = { unit: column(0), cascade: column(1), time: column(2).map(Number) };
  measure('NetInf to 872 edges, 728 policies, 50 states', { within: 15, runs: 3 }, () => {
    const found = netInf(adoptions, { rate: 0.5, pCutoff: 0.1 });
    if (found.status !== 'ok' || found.edges.length !== 872) throw new Error('not 872 edges');
  });
}

const FACTORS = ['a', 'b', 'c'] as const;

function madeSpells(n: number) {
  const random = randomFrom(1);
  const factors = FACTORS.map((name) => ({ name, values: Float64Array.from({ length: n }, () => random.next()) }));
  const time = Float64Array.from({ length: n }, () => Math.ceil(-Math.log(1 - random.next()) * 1000));
  return { spells: { time, event: Uint8Array.from({ length: n }, () => (random.next() < 0.6 ? 1 : 0)) }, factors };
}

/** Seconds R takes for the same, or undefined where it is not installed. */
function secondsOfR({ spells, factors }: ReturnType<typeof madeSpells>, formula: string): number | undefined {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'heli-bench-'));
  const file = path.join(folder, 'spells.csv');
  const rows = Array.from(spells.time, (t, i) =>
    [t, spells.event[i], ...factors.map(({ values }) => values[i])].join(','),
  );
  writeFileSync(file, `time,event,a,b,c\n${rows.join('\n')}\n`);
  const script = `library(survival); d <- read.csv("${file}"); t <- replicate(3, system.time(${formula})[["elapsed"]]); cat(min(t))`;
  const run = spawnSync('Rscript', ['-e', script], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return run.status === 0 ? Number(run.stdout) : undefined;
}

function against(name: string, ours: number, theirs: number | undefined): void {
  if (theirs === undefined) say(`  no ${name} here to compare with`);
  else say(`  ${name}: ${seconds(theirs)}; ratio ${(theirs / ours).toFixed(1)}`);
}

function survival(): void {
  const million = madeSpells(1_000_000);
  const km = measure('Kaplan–Meier, 1,000,000 spells', { within: 1 }, () => kaplanMeier(million.spells));
  against('survfit of R', km, secondsOfR(million, 'survfit(Surv(time, event) ~ 1, data = d, conf.type = "log-log")'));
  const some = madeSpells(20_000);
  const fit = measure('Cox (Efron) with 3 covariates and its test, 20,000 spells', { runs: 3 }, () =>
    cox({ spells: some.spells, covariates: some.factors }),
  );
  against('coxph and cox.zph of R', fit, secondsOfR(some, 'cox.zph(coxph(Surv(time, event) ~ a + b + c, data = d))'));
}

function reuse(): void {
  for (const source of [undefined, 'text-0']) {
    const texts = madeTexts(10_000, 5000);
    const what = source ? ', less the common source' : '';
    measure(`text reuse, 10,000 texts of 5,000 letters${what}`, { within: 30, runs: 1 }, () => {
      const found = textReuse(texts, source ? { source } : {});
      if (found.status === 'ok') say(`  ${found.pairs.length} pairs`);
    });
  }
  const megabytes = process.resourceUsage().maxRSS / 1024;
  say(
    `  most memory of the program, texts and all: ${megabytes.toFixed(0)} MB${megabytes <= 1024 ? '' : '  NOT WITHIN 1 GB'}`,
  );
}

const PARTS = { budgets, groups, codings, network, survival, reuse };

/** Each part in a program of its own, so that none is warmed or crowded by another. */
function main(asked: string[]): void {
  const [part] = asked;
  if (part) PARTS[part as keyof typeof PARTS]();
  else
    for (const name of Object.keys(PARTS))
      spawnSync(process.execPath, [process.argv[1] ?? '', name], { stdio: 'inherit' });
}

main(process.argv.slice(2));
