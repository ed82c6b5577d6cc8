import type { Cell } from './book.ts';
import { kept } from './text.ts';

/** The longest text of a file's 身体 (`health`), where a roster's remark stands. */
const MOST_HEALTH = 200;
const MARK = '备注：';

/**
 * A roster's remark as a new file keeps it: rosters write how somebody fares there (腿脚不便, 跟奶奶住), so it stands
 * with 身体和照料, under its own name because it may be about something else.
 */
export function readRemark(cell: Cell): { remark: string; shortened: boolean } {
  const words = kept(cell);
  const remark = words === '' ? '' : `${MARK}${words}`;
  return { remark: remark.slice(0, MOST_HEALTH).trim(), shortened: remark.length > MOST_HEALTH };
}
