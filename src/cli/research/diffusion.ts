import { readdirSync } from 'node:fs';
import path from 'node:path';
import { dayNumber } from '../../analysis/days.ts';
import { netInf, type WaitingModel } from '../../analysis/diffusion/netinf.ts';
import { placesOfLetters } from '../../analysis/diffusion/plain-letters.ts';
import { type ReusePair, type ReuseText, textReuse } from '../../analysis/diffusion/text-reuse.ts';
import { methodError } from '../../analysis/method-error.ts';
import { type Ask, column, figure, type Method } from './method.ts';
import { readTable, readTextFile, textsOf } from './table.ts';

export const NETWORK: Method = {
  name: 'network',
  does: {
    zh: '从许多政策的采用时间看谁跟着谁（NetInf）',
    en: 'who follows whom, from when units adopted many things (NetInf)',
  },
  columns: {
    zh: '一行一次采用：单位，哪项政策，时间',
    en: 'one row an adoption: unit, cascade (what was adopted), time',
  },
  options: [
    column('unit', { zh: '单位', en: 'column of units' }),
    column('cascade', { zh: '哪项政策', en: 'column of what was adopted' }),
    column('time', { zh: '时间', en: 'column of times' }),
    {
      flags: '--model <model>',
      does: { zh: '等待时间的规律', en: 'law of waiting times' },
      choices: ['exponential', 'rayleigh', 'power-law'],
      fallback: 'exponential',
    },
    figure('rate', { zh: '速率（power-law 是指数，大于 1）', en: 'rate (for power-law the exponent, above 1)' }, '1'),
    {
      flags: '--p-cutoff <number>',
      does: { zh: 'p 到这么大就停（不写条数时 0.1）', en: 'stop at this p (0.1 when no number of edges is given)' },
    },
    { flags: '--edges <number>', does: { zh: '最多几条', en: 'at most so many edges' } },
  ],
  example: 'examples/adoptions.csv --unit node --cascade cascade --time time --edges 10',
  answer: (ask) => {
    const cutoff = ask.has('p-cutoff') ? ask.number('p-cutoff') : ask.has('edges') ? undefined : 0.1;
    return netInf(
      { unit: ask.texts('unit'), cascade: ask.texts('cascade'), time: timesOf(ask) },
      {
        model: ask.text('model') as WaitingModel,
        rate: ask.number('rate'),
        ...(ask.has('edges') ? { edges: ask.number('edges') } : {}),
        ...(cutoff === undefined ? {} : { pCutoff: cutoff }),
      },
    );
  },
};

/** Numbers, or days (YYYY-MM-DD) counted as days. */
function timesOf(ask: Ask): ArrayLike<number> {
  const texts = ask.texts('time');
  if (!texts.every((text) => /^\d{4}-\d{2}-\d{2}$/.test(text))) return ask.numbers('time');
  return texts.map((day, i) => dayNumber(day, { row: i + 1, column: 'time' }));
}

/** YYYY, YYYY-MM or YYYY-MM-DD at the beginning of a name, with or without signs between. */
function dateOfName(name: string): string | undefined {
  const [, year, month, day] =
    /^((?:19|20)\d{2})(?:[-_.]?(0[1-9]|1[0-2])(?:[-_.]?(0[1-9]|[12]\d|3[01]))?)?(?!\d)/.exec(name) ?? [];
  return year && [year, month, day].filter(Boolean).join('-');
}

function textsIn(ask: Ask): ReuseText[] {
  const folder = ask.file;
  const names = filesIn(folder).filter((name) => /\.(txt|md)$/i.test(name));
  const dates = ask.has('dates') ? datesIn(ask.text('dates')) : new Map<string, string>();
  return names.map((id) => {
    const date = dates.get(id) ?? dates.get(path.parse(id).name) ?? dateOfName(id);
    return { id, text: readTextFile(path.join(folder, id)), ...(date ? { date } : {}) };
  });
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    throw methodError({ reason: 'no-such-folder', value: folder });
  }
}

function datesIn(file: string): Map<string, string> {
  const table = readTable(file);
  const dates = textsOf(table, 'date');
  return new Map(textsOf(table, 'file').map((name, i) => [name, dates[i] ?? '']));
}

/** The passages in places of the files, with the words of the later text. */
function pairsOf(texts: readonly ReuseText[], pairs: readonly ReusePair[]) {
  const byId = new Map(texts.map(({ id, text }) => [id, text]));
  const known = new Map<string, Uint32Array>();
  const placesOf = (id: string) => {
    const places = known.get(id) ?? placesOfLetters(byId.get(id) ?? '');
    known.set(id, places);
    return places;
  };
  const span = (id: string, start: number, length: number) => {
    const places = placesOf(id);
    const from = places[start] ?? 0;
    return [from, (places[start + length - 1] ?? from) + 1] as [number, number];
  };
  return pairs.map(({ passages, ...pair }) => ({
    ...pair,
    passages: passages.map(({ first, firstLength, second, secondLength, same }) => {
      const to = span(pair.to, second, secondLength);
      return { from: span(pair.from, first, firstLength), to, same, text: byId.get(pair.to)?.slice(...to) };
    }),
  }));
}

export const REUSE: Method = {
  name: 'reuse',
  does: {
    zh: '哪篇用了哪篇的话，用了多少，新的有多少',
    en: 'which text took what from which, how much, and how much is new',
  },
  columns: {
    zh: '一个文件夹，一篇一个 .txt 或 .md。日期写在文件名开头（2021-04-20 某通知.txt），或另给一张表',
    en: 'a folder, one .txt or .md a text. Dates stand at the beginning of the names (2021-04-20 notice.txt) or in a table of their own',
  },
  options: [
    { flags: '--dates <file>', does: { zh: '日期表：file、date 两列', en: 'table of dates: columns file, date' } },
    {
      flags: '--source <name>',
      does: { zh: '共同的来源：先从别的文件里去掉它的话', en: 'a common source, taken out of all others first' },
    },
    figure('least', { zh: '占到多少才列出', en: 'list pairs from this containment on' }, '0'),
  ],
  example: 'examples/notices',
  answer: (ask) => {
    const texts = textsIn(ask);
    const found = textReuse(texts, ask.has('source') ? { source: ask.text('source') } : {});
    if (found.status !== 'ok') return found;
    const least = ask.number('least');
    return {
      ...found,
      pairs: pairsOf(
        texts,
        found.pairs.filter(({ containment }) => containment >= least),
      ),
    };
  },
};
