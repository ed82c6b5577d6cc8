import type { Command } from 'commander';
import { Option } from 'commander';
import { isMethodError } from '../../analysis/method-error.ts';
import type { Language } from '../../platform/words/sentence.ts';
import { EXIT } from '../desk.ts';
import { told } from '../words.ts';
import { AGREEMENT } from './agreement.ts';
import { toPlain, toText } from './answer.ts';
import { BUDGET } from './budget.ts';
import { CHANGE } from './change.ts';
import { COMPARING } from './comparing.ts';
import { NETWORK, REUSE } from './diffusion.ts';
import { GROUPS } from './groups.ts';
import { type Ask, askOf, type Both, type Method, type Options } from './method.ts';
import { PLACES } from './places.ts';
import { reasonIn } from './reasons.ts';
import { SURVIVAL } from './survival.ts';

/** Every method of `heli analyse`, in the order of its help. */
const METHODS: readonly Method[] = [...SURVIVAL, ...AGREEMENT, ...COMPARING, ...CHANGE, ...PLACES];

/** The commands with their methods as they stand on the command line. */
export const COMMANDS: readonly { words: string[]; method: Method }[] = [
  { words: ['budget'], method: BUDGET },
  { words: ['groups'], method: GROUPS },
  { words: ['diffusion', 'network'], method: NETWORK },
  { words: ['diffusion', 'reuse'], method: REUSE },
  ...METHODS.map((method) => ({ words: ['analyse', method.name], method })),
];

interface Program {
  language: Language;
  /** The command as every part of the program begins. */
  add: (name: string, parent?: Command) => Command;
  finish: (code: number) => void;
}

/** Hangs the researcher's commands onto the program: they need no data folder and no database. */
export function addResearch({ language, add, finish }: Program): void {
  const parents = new Map<string, Command>();
  for (const { words, method } of COMMANDS) {
    const [first = '', second] = words;
    const parent = second === undefined ? undefined : (parents.get(first) ?? parentOf(first));
    if (parent) parents.set(first, parent);
    addMethod(add(second ?? first, parent), { method, words: words.join(' '), language, finish });
  }

  function parentOf(name: string): Command {
    return add(name).description(told(language, name as 'analyse'));
  }
}

interface Adding {
  method: Method;
  words: string;
  language: Language;
  finish: Program['finish'];
}

function addMethod(command: Command, { method, words, language, finish }: Adding): void {
  const say = (both: Both) => both[language];
  command
    .description(say(method.does))
    .aliases([...(method.aliases ?? [])])
    .argument('<file>', say(method.columns));
  for (const { flags, does, needed, choices, fallback } of method.options) {
    const note = (choices ? ` (${choices.join(', ')})` : '') + (needed ? told(language, 'needed') : '');
    const option = new Option(flags, say(does) + note);
    if (choices) option.choices([...choices]);
    if (fallback !== undefined) option.default(fallback);
    command.addOption(needed ? option.makeOptionMandatory() : option);
  }
  command.addHelpText('after', `\n${told(language, 'example')}\n  heli ${words} ${method.example}`);
  command.action((file: string) => finish(answer(file, method, { options: command.optsWithGlobals(), language })));
}

/** Options by their names as they are written: commander makes `--p-cutoff` pCutoff. */
function byName(options: Record<string, unknown>): Options {
  const dashed = (key: string) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return Object.fromEntries(Object.entries(options).map(([key, value]) => [dashed(key), value as string]));
}

function answer(
  file: string,
  method: Method,
  { options, language }: { options: Record<string, unknown>; language: Language },
): number {
  const json = options['json'] === true;
  const ask = askOf(file, byName(options));
  try {
    const found = method.answer(ask);
    process.stdout.write(`${json ? JSON.stringify(toPlain(found)) : toText(found, language)}\n`);
    return EXIT.done;
  } catch (error) {
    if (!isMethodError(error)) throw error;
    process.stderr.write(`${faultOf(error.fault, ask, { json, language })}\n`);
    return EXIT.refused;
  }
}

interface Fault {
  reason: string;
  row?: number;
  column?: string;
  value?: string;
}

/** What is wrong and where: the file, its row (the header not counted) and line, and the column by its own name. */
function faultOf(fault: Fault, ask: Ask, { json, language }: { json: boolean; language: Language }): string {
  const { reason, row, value } = fault;
  const column = fault.column === undefined ? undefined : (ask.named.get(fault.column) ?? fault.column);
  const line = row === undefined ? undefined : ask.lineOf(row);
  const places = [
    row === undefined ? '' : told(language, 'at-row', { row }) + (line ? told(language, 'at-line', { line }) : ''),
    column === undefined ? '' : told(language, 'at-column', { column }),
  ];
  const where = [ask.file, ...places.filter(Boolean)].join(told(language, 'at-comma'));
  const met = value === undefined || value === ask.file ? '' : told(language, 'met', { value });
  const sentence = told(language, 'fault-at', { where, what: reasonIn(language, reason) + met });
  if (!json) return sentence;
  return JSON.stringify({ code: 'invalid', reason, sentence, file: ask.file, row, line, column, value });
}
