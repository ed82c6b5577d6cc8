import type { Cell } from './book.ts';
import { tight } from './text.ts';

/** A cell of follow-up levels: the level, null where none is written, or words that are no level. */
export type LevelReading = { level: number | null } | { fault: 'level-unread' };

/**
 * How stations write each follow-up level 跟进级别, the first for those who are seen most often. Of words and colours
 * only those that all order alike: which level 较高 or 橙 is hangs on what stands beside it.
 */
const SPELLINGS: readonly (readonly string[])[] = [
  ['1', '一', 'i', 'a', '高', '红'],
  ['2', '二', 'ii', 'b', '中', '黄'],
  ['3', '三', 'iii', 'c', '低', '绿'],
  ['4', '四', 'iv', 'd'],
  ['5', '五', 'v', 'e'],
  ['6', '六', 'vi', 'f'],
];
const LEVELS = new Map(SPELLINGS.flatMap((words, step) => words.map((word) => [word, step + 1] as const)));

const NONE = /^(无|[-—–/\\]+|暂无|没有|未定级?|未评级?)?$/;
/** What may stand around a level: 第1级, 高度关注, 中风险, 红色, 一类对象. */
const AROUND = /^第|(级别?|类别?|等级?|档|度|色|关注|关爱|探访|走访|跟进|服务|风险|对象)*$/g;

const levelOf = (word: string): number | undefined => LEVELS.get(word.replace(AROUND, ''));

/**
 * Reads 一级, Ⅱ类, 高风险, 红色, B级（每月去） as levels from 1 (seen most often) to 6. A cell that names two different
 * ones (1-2级, 三级（高）) is not guessed.
 */
export function readLevel(cell: Cell | undefined): LevelReading {
  const words = tight(cell).toLowerCase();
  if (NONE.test(words)) return { level: null };
  const notes = [...words.matchAll(/\(([^)]*)\)/g)].flatMap(([, note]) => note ?? []);
  const bare = words.replace(/\([^)]*\)/g, '');
  const said = bare.split(/[/、,;]/).map(levelOf);
  const [level] = said;
  const noted = notes.map(levelOf).filter((one) => one !== undefined);
  const alone = [...said, ...noted].every((one) => one === level);
  return level !== undefined && alone ? { level } : { fault: 'level-unread' };
}
