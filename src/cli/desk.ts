import { randomUUID } from 'node:crypto';
import { HeliError } from '../platform/errors.ts';
import { type Language, languageOf, sentence } from '../platform/words/sentence.ts';
import { type CliWord, told } from './words.ts';

/** Exit codes of the operator's command. */
export const EXIT = { done: 0, fault: 1, wrongUse: 2, refused: 3 } as const;

/** Where a command answers: in the asker's language, or as JSON. */
export interface Desk {
  language: Language;
  json: boolean;
  /** A sentence for people; nothing in JSON. */
  tell(word: CliWord, params?: Record<string, string | number>): void;
  /** The answer for programs: one line of JSON; nothing otherwise. */
  answer(facts: unknown): void;
}

/** zh or en: from --language, else from the environment's LANG. */
export function chooseLanguage(argv: string[], environment: NodeJS.ProcessEnv): Language {
  const at = argv.findIndex((word) => word === '--language' || word.startsWith('--language='));
  const chosen = at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
  return languageOf(chosen ?? environment.LC_ALL ?? environment.LC_MESSAGES ?? environment.LANG);
}

export function openDesk(language: Language, json: boolean): Desk {
  return {
    language,
    json,
    tell: (word, params) => {
      if (!json) process.stdout.write(`${told(language, word, params)}\n`);
    },
    answer: (facts) => {
      if (json) process.stdout.write(`${JSON.stringify(facts)}\n`);
    },
  };
}

/** Stack lines without the message, which may quote a record. */
function placesOf(error: unknown): string {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return lines.filter((line) => /^\s+at /.test(line)).join('\n');
}

/** Says what went wrong on stderr, and answers the exit code. */
export function complain({ language, json }: Pick<Desk, 'language' | 'json'>, error: unknown): number {
  if (error instanceof HeliError) {
    const { code, reason, detail } = error;
    const text = sentence(language, reason, detail.params);
    process.stderr.write(`${json ? JSON.stringify({ code, reason, sentence: text, ...detail }) : text}\n`);
    return EXIT.refused;
  }
  const id = randomUUID().slice(0, 8);
  const code = (error as { code?: string } | null)?.code ?? (error as Error | null)?.name ?? '';
  const text = sentence(language, 'fault', { id });
  process.stderr.write(json ? `${JSON.stringify({ code: 'fault', id, cause: code, sentence: text })}\n` : `${text}\n`);
  process.stderr.write(`${id} ${code}\n${placesOf(error)}\n`);
  return EXIT.fault;
}
