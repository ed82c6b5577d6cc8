/** Where a proposal comes to its end: done, or not possible. */
export const ENDS = ['done', 'declined'] as const;
/** What became of a proposal: it has come to an end, or is being done or passed on to whoever can, and stays open. */
export const OUTCOMES = ['done', 'doing', 'passed-on', 'declined'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Whether nothing more is owed after this outcome. */
export const isEnd = (outcome: Outcome): boolean => ENDS.some((end) => end === outcome);
