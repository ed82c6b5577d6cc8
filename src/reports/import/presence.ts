import type { Cell } from './book.ts';
import { tight } from './text.ts';

const PRESENT = /^(√|✓|✔|☑|v|1|y|yes|true|到|已到|是|出席|签到|已签|参加|●|迟到|早退|志愿者|义工)$/i;
const ABSENT = /^(×|x|✗|✘|☒|0|n|no|false|否|缺|缺席|未到|请假|假|事假|病假|无|-|—|–|\/|\\|未参加|没来|□)$/i;

/** A cell that can only be a mark of a sign-in grid. */
export const isMark = (cell: Cell | undefined): boolean => PRESENT.test(tight(cell)) || ABSENT.test(tight(cell));

/** Present, absent, or a mark that nobody can read for certain. */
export function readPresence(cell: Cell | undefined): 'present' | 'absent' | 'unread' {
  const mark = tight(cell);
  if (mark === '' || ABSENT.test(mark)) return 'absent';
  return PRESENT.test(mark) ? 'present' : 'unread';
}
