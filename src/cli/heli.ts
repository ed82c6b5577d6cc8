import { Command, CommanderError, Option } from 'commander';
import { VERSION } from '../platform/version.ts';
import type { Language } from '../platform/words/sentence.ts';
import { chooseLanguage, complain, EXIT } from './desk.ts';
import { type CliWord, told } from './words.ts';

const TITLES: Record<string, CliWord> = {
  'Usage:': 'usage',
  'Options:': 'options',
  'Global Options:': 'globals',
  'Commands:': 'commands',
  'Arguments:': 'arguments',
};

/** The command as every part of it begins: in the asker's language, never ending the process by itself. */
function dress(command: Command, say: (word: CliWord) => string): Command {
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

/** The first word that is no option. */
function commandOf(argv: string[]): string | undefined {
  return argv.find((word, i) => !word.startsWith('-') && argv[i - 1] !== '--language');
}

/** Commands for researchers. */
const RESEARCH = ['budget', 'groups', 'analyse', 'diffusion'] as const;

async function makeProgram(argv: string[], language: Language, finish: (code: number) => void): Promise<Command> {
  const say = (word: CliWord) => told(language, word);
  const program = dress(new Command('heli'), say)
    .description(say('heli'))
    .version(VERSION, '-V, --version', say('version'))
    .addOption(new Option('--language <zh|en>', say('language')).choices(['zh', 'en']))
    .option('--json', say('json'));
  const create = (name: string, parent = program) => dress(parent.command(name), say);
  // Each kind of command loads only what it needs: a method needs no database, and starts the sooner for it.
  if (RESEARCH.some((name) => name === commandOf(argv))) {
    const { addResearch } = await import('./research/commands.ts');
    addResearch({ language, finish, add: create });
    return program;
  }
  const { addOperator } = await import('./operator.ts');
  addOperator({ language, create, finish });
  for (const name of RESEARCH) create(name).description(say(name));
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
