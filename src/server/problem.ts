import { ORPCError, ValidationError } from '@orpc/server';
import { HeliError, type FieldError, STATUS } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import type { Problem } from '../platform/pipeline/procedure.ts';
import { DatabaseAway } from '../platform/pipeline/retry.ts';
import { report } from '../platform/report.ts';
import { fieldSentence, type Issue } from '../platform/words/field-sentence.ts';
import { type Language, sentence } from '../platform/words/sentence.ts';
import { type Reason, zh } from '../platform/words/zh.ts';

export interface MappedProblem {
  status: number;
  body: Problem;
}

const TOO_LARGE = 413;

/** Field errors carry a reason of ours or a sentence already. */
function tellField(language: Language, field: FieldError): FieldError {
  return field.message in zh ? { ...field, message: sentence(language, field.message as Reason) } : field;
}

function fromHeliError(language: Language, error: HeliError): MappedProblem {
  const { params, fields, mine, theirs } = error.detail;
  const body: Problem = { code: error.code, reason: error.reason, sentence: sentence(language, error.reason, params) };
  if (fields) body.fields = fields.map((field) => tellField(language, field));
  if (mine !== undefined) body.mine = mine;
  if (theirs !== undefined) body.theirs = theirs;
  return { status: error.reason === 'too-large' ? TOO_LARGE : STATUS[error.code], body };
}

function fromIssues(language: Language, issues: Issue[]): MappedProblem {
  const fields = issues.map((issue) => ({
    path: (issue.path ?? []).map((part) => (typeof part === 'number' ? part : String(part))),
    message: fieldSentence(language, issue),
  }));
  const unknown = issues.find((issue) => issue.code === 'unrecognized_keys');
  const reason: Reason = unknown ? 'unknown-field' : 'invalid';
  const params = { field: (unknown?.keys ?? []).join(language === 'zh' ? '、' : ', ') };
  return { status: 400, body: { code: 'invalid', reason, sentence: sentence(language, reason, params), fields } };
}

/** Anything unexpected: written to the log under an id, and told as that id only. */
function fromFault(language: Language, error: unknown): MappedProblem {
  if (error instanceof DatabaseAway) {
    const { reason } = error;
    return { status: 503, body: { code: 'fault', reason, sentence: sentence(language, reason) } };
  }
  const id = newId();
  const { name, code, stack } = error as { name?: string; code?: string; stack?: string };
  // The stack's frames, without its first line: messages of the database may quote a record.
  const where = (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .join(' ');
  report('fault', { id, name: String(name), code: String(code ?? ''), where });
  return { status: 500, body: { code: 'fault', reason: 'fault', sentence: sentence(language, 'fault', { id }), id } };
}

/** One error, as the asker is told it. */
export function problemOf(language: Language, error: unknown): MappedProblem {
  if (error instanceof HeliError) return fromHeliError(language, error);
  if (!(error instanceof ORPCError)) return fromFault(language, error);
  if (error.cause instanceof HeliError) return fromHeliError(language, error.cause);
  if (error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) {
    return fromIssues(language, error.cause.issues as Issue[]);
  }
  // 405: a change asked for with GET, which is no door.
  if (error.status === 404 || error.status === 405)
    return fromHeliError(language, new HeliError('not-found', 'not-found'));
  if (error.status < 500) {
    return { status: 400, body: { code: 'invalid', reason: 'not-json', sentence: sentence(language, 'not-json') } };
  }
  return fromFault(language, error.cause ?? error);
}

/** The same as an oRPC error, for the doors that oRPC keeps. */
export function orpcProblem(language: Language, error: unknown): ORPCError<string, Problem> {
  const { status, body } = problemOf(language, error);
  return new ORPCError(body.code, { status, message: body.sentence, data: body });
}
