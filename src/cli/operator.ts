import { Argument, type Command, InvalidArgumentError } from 'commander';
import { DEFAULT_PORT } from '../platform/config.ts';
import type { Language } from '../platform/words/sentence.ts';
import { openAddresses } from '../server/address.ts';
import { clock } from './clock.ts';
import { LENSES } from '../lenses/codes.ts';
import type { LensName } from '../lenses/schema.ts';
import { type Desk, EXIT, openDesk } from './desk.ts';
import type { LensOptions } from './lens.ts';
import { backup, restore, verify, verifyFile } from './keeping.ts';
import { usualFolder } from './place.ts';
import { status, stop } from './running.ts';
import type { StartOptions } from './start.ts';
import { type CliWord, told } from './words.ts';

/** What a command is given to hang itself onto the program. */
interface Counter {
  say: (word: CliWord) => string;
  /** Adds a command with --data, and runs its work with a desk; the work answers the exit code. */
  add: (name: string, setUp?: (command: Command) => Command) => AddedCommand;
}

interface AddedCommand {
  does: <O>(work: (options: O & { data: string }, desk: Desk, words: string[]) => Promise<number>) => void;
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new InvalidArgumentError('port');
  return port;
}

function proxyList(text: string): string[] {
  const list = text.split(',').map((one) => one.trim());
  try {
    openAddresses(list);
  } catch {
    throw new InvalidArgumentError('address');
  }
  return list;
}

function addStart({ add, say }: Counter): void {
  add('start', (command) =>
    command
      .option('--port <n>', say('port'), portNumber, DEFAULT_PORT)
      .option('--host <address>', say('host'), '127.0.0.1')
      .option('--demo', say('demo'))
      .option('--tls-cert <file>', say('tls-cert'))
      .option('--tls-key <file>', say('tls-key'))
      .option('--trusted-proxy <list>', say('trusted-proxy'), proxyList),
  ).does<StartOptions>(async (options, desk) => {
    // Loaded only here: the server's packages take half a second, which status and stop need not wait for.
    const { start } = await import('./start.ts');
    return start(options, desk);
  });
}

function addKeeping({ add, say }: Counter): void {
  add('verify', (command) => command.option('--backup <file>', say('verify-file'))).does<{ backup?: string }>(
    ({ data, backup: file }, desk) => (file ? verifyFile(file, desk) : verify(data, desk)),
  );
  add('backup', (command) => command.argument('[file]', say('backup-file'))).does((options, desk, [file]) =>
    backup({ data: options.data, file }, desk),
  );
  add('restore', (command) =>
    command.argument('<file>', say('restore-file')).option('--secrets <file>', say('restore-secrets')),
  ).does<{ secrets?: string }>((options, desk, [file = '']) => restore({ ...options, file }, desk));
}

function addImport({ add, say }: Counter): void {
  add('import', (command) =>
    command
      .addArgument(new Argument('<what>', say('import-what')).choices(['ledger']))
      .argument('<file>', say('import-file'))
      .option('--dry-run', say('import-dry-run'))
      .option('--station <name>', say('import-station')),
  ).does<{ dryRun?: boolean; station?: string }>(async (options, desk, [, file = '']) => {
    const { importLedger } = await import('./import-ledger.ts');
    return importLedger(file, options, desk);
  });
}

const LENS_WORDS = [...LENSES, 'export'];

function addLens({ add, say }: Counter): void {
  add('lens', (command) =>
    command
      .addArgument(new Argument('<name>', say('lens-name')).choices(LENS_WORDS))
      .argument('[file]', say('lens-file'))
      .option('--station <name>', say('lens-station'))
      .option('--from <day|file>', say('lens-from'))
      .option('--to <day>', say('lens-to'))
      .option('--project <id>', say('lens-project'))
      .option('--village <code>', say('lens-village'))
      .option('--group <code>', say('lens-group'))
      .option('--versions <list>', say('lens-versions'))
      .option('--shift', say('lens-shift'))
      .option('--key <file>', say('lens-key')),
  ).does<Omit<LensOptions, 'data'>>(async (options, desk, [name = '', file]) => {
    const { exportFacts, showLensOf } = await import('./lens.ts');
    if (name !== 'export') return showLensOf(name as LensName, options, desk);
    if (file) return exportFacts(file, options, desk);
    process.stderr.write(`${told(desk.language, 'missing-argument', { word: 'file' })}\n`);
    return EXIT.wrongUse;
  });
}

function addOthers({ add, say }: Counter): void {
  add('password', (command) => command.argument('<login>', say('password-login'))).does(
    async ({ data }, desk, [login = '']) => {
      const { password } = await import('./password.ts');
      return password({ data, login }, desk);
    },
  );
  add('stop').does(({ data }, desk) => stop(data, desk));
  add('status').does(({ data }, desk) => status(data, desk));
  add('clock', (command) => command.option('--accept', say('clock-accept'))).does<{ accept?: boolean }>(clock);
}

/** Hangs the operator's commands onto the program. */
export function addOperator({
  language,
  create,
  finish,
}: {
  language: Language;
  /** A command as every part of the program begins. */
  create: (name: string) => Command;
  finish: (code: number) => void;
}): void {
  const say = (word: CliWord) => told(language, word);
  const add: Counter['add'] = (name, setUp = (command) => command) => {
    const command = setUp(create(name).description(say(name as CliWord)));
    command.option('--data <folder>', say('data'), usualFolder());
    return {
      does: (work) =>
        void command.action(async () => {
          const options = command.optsWithGlobals();
          finish(await work(options as never, openDesk(language, options.json === true), command.args));
        }),
    };
  };
  for (const each of [addStart, addOthers, addKeeping, addImport, addLens]) each({ say, add });
}
