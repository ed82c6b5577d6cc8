import type { Reason } from './words/zh.ts';

/** The closed set of things that can be wrong, with the HTTP status of each. */
export const STATUS = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'not-allowed-now': 422,
  'too-many': 429,
} as const;

export type ErrorCode = keyof typeof STATUS;

/** One field that is wrong: where (path into the input) and why (a sentence already in the asker's language, or a reason). */
export interface FieldError {
  path: (string | number)[];
  message: string;
}

export interface ErrorDetail {
  params?: Record<string, string | number>;
  fields?: FieldError[];
  /** For a stale edit: the value the asker sent and the value that stands now. */
  mine?: unknown;
  theirs?: unknown;
}

/** What rules and commands throw. `reason` is a key of the words, translated at the door. */
export class HeliError extends Error {
  readonly code: ErrorCode;
  readonly reason: Reason;
  readonly detail: ErrorDetail;

  constructor(code: ErrorCode, reason: Reason, detail: ErrorDetail = {}) {
    super(`${code}: ${reason}`);
    this.name = 'HeliError';
    this.code = code;
    this.reason = reason;
    this.detail = detail;
  }
}
