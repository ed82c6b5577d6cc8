import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { DEFAULT_PORT } from '../platform/config.ts';
import { VERSION } from '../platform/version.ts';
import { openAddresses } from '../server/address.ts';
import type { Language } from '../platform/words/sentence.ts';
import { clock } from './clock.ts';
import { chooseLanguage, complain, type Desk, EXIT, openDesk } from './desk.ts';
import { backup, restore, verify, verifyFile } from './keeping.ts';
import { usualFolder } from './place.ts';
import type { StartOptions } from './start.ts';
import { status, stop } from './running.ts';
import { type CliWord, told } from './words.ts';

/** What a command is given to hang itself onto the program. */
interface Counter {
  language: Language;
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

function addOthers({ add, say }: Counter): void {
  add('stop').does(({ data }, desk) => stop(data, desk));
  add('status').does(({ data }, desk) => status(data, desk));
  add('clock', (command) => command.option('--accept', say('clock-accept'))).does<{ accept?: boolean }>(clock);
}

const TITLES: Record<string, CliWord> = {
  'Usage:': 'usage',
  'Options:': 'options',
  'Global Options:': 'globals',
  'Commands:': 'commands',
  'Arguments:': 'arguments',
};

/** The command as every part of it begins: in the asker's language, never ending the process by itself. */
function dress(command: Command, say: Counter['say']): Command {
  return command
    .helpOption('-h, --help', say('help'))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => (TITLES[title] ? say(TITLES[title]) : title),
      optionDescription: ({ description, defaultValue }) =>
        defaultValue === undefined ? description : `${description}${say('default').replace('{value}', defaultValue)}`,
    });
}

/** Commands for researchers; their methods are loaded only when one of them is asked for. */
const RESEARCH = ['budget', 'groups', 'analyse', 'diffusion'] as const;

async function makeProgram(argv: string[], language: Language, finish: (code: number) => void): Promise<Command> {
  const say = (word: CliWord) => told(language, word);
  const program = dress(new Command('heli'), say)
    .description(say('heli'))
    .version(VERSION, '-V, --version', say('version'))
    .addOption(new Option('--language <zh|en>', say('language')).choices(['zh', 'en']))
    .option('--json', say('json'));
  const add: Counter['add'] = (name, setUp = (command) => command) => {
    const command = setUp(dress(program.command(name), say).description(say(name as CliWord)));
    command.option('--data <folder>', say('data'), usualFolder());
    return {
      does: (work) =>
        void command.action(async () => {
          const options = command.optsWithGlobals();
          finish(await work(options as never, openDesk(language, options.json === true), command.args));
        }),
    };
  };
  for (const each of [addStart, addOthers, addKeeping]) each({ language, say, add });
  if (RESEARCH.some((name) => argv.includes(name))) {
    const { addResearch } = await import('./research/commands.ts');
    addResearch({ language, finish, add: (name, parent = program) => dress(parent.command(name), say) });
  } else for (const name of RESEARCH) dress(program.command(name), say).description(say(name));
  return program;
}

const WRONG: Record<string, CliWord> = {
  'commander.unknownOption': 'wrong-option',
  'commander.unknownCommand': 'wrong-command',
  'commander.invalidArgument': 'wrong-value',
  'commander.optionMissingArgument': 'wrong-value',
  'commander.missingMandatoryOptionValue': 'missing-option',
  'commander.missingArgument': 'missing-argument',
};

/** Help and version end with 0; anything else commander stops at is wrong use, said in the asker's language. */
function endOfParsing(error: CommanderError, language: Language): number {
  if (error.exitCode === 0) return EXIT.done;
  if (error.code === 'commander.help') return EXIT.wrongUse;
  const word = /'([^'\s]+)/.exec(error.message)?.[1] ?? '';
  process.stderr.write(`${told(language, WRONG[error.code] ?? 'wrong-use', { word })}\n`);
  return EXIT.wrongUse;
}

/** The operator's command. Exit codes: 0 done, 1 fault, 2 wrong use, 3 refused. */
export async function main(argv: string[]): Promise<number> {
  const language = chooseLanguage(argv, process.env);
  let code: number = EXIT.done;
  const program = await makeProgram(argv, language, (finished) => {
    code = finished;
  });
  try {
    await program.parseAsync(argv.length > 0 ? argv : ['--help'], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return endOfParsing(error, language);
    return complain({ language, json: argv.includes('--json') }, error);
  }
}
