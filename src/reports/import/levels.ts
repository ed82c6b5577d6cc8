import type { Cell } from './book.ts';
import { tight } from './text.ts';

/** A cell of follow-up levels: the level, null where none is written, or words that are no level. */
export type LevelReading = { level: number | null } | { fault: 'level-unread' };

/** How stations write each follow-up level 跟进级别, the first for those who are seen most often. */
const SPELLINGS: readonly string[][] = [
  ['1', '一', 'i', 'a'],
  ['2', '二', 'ii', 'b'],
  ['3', '三', 'iii', 'c'],
  ['4', '四', 'iv', 'd'],
  ['5', '五', 'v', 'e'],
  ['6', '六', 'vi', 'f'],
];
const LEVELS = new Map(SPELLINGS.flatMap((words, step) => words.map((word) => [word, step + 1] as const)));

/** Colours and grades from the first level on. Those between are steps only in a column that uses them. */
const LADDERS: readonly string[][] = [
  ['红', '橙', '黄', '蓝', '绿'],
  ['高', '较高', '中', '较低', '低'],
];
const BETWEEN = ['橙', '蓝', '较高', '较低'];

/** No level is written in more letters than this; a longer cell is not looked into. */
const MOST_LETTERS = 30;

const NONE = /^(无|无等?级|[-—–/\\]+|暂无|没有|未定级?|未评级?)?$/;
/** What may stand around a level: 第1级, 高度关注, 中风险, 红色, 一类对象. No two of them begin alike, so none is tried twice. */
const AROUND = /^第|([级类等档度色别]|关注|关爱|探访|走访|跟进|服务|风险|对象)+$/g;
const NOTE = /\(([^)]*)\)/g;

const words = (cell: Cell | undefined) =>
  tight(cell)
    .toLowerCase()
    .slice(0, MOST_LETTERS + 1);
const bare = (word: string) => word.replace(AROUND, '');

function levelOf(written: string, between: readonly string[]): number | undefined {
  const word = bare(written);
  const ladders = LADDERS.map((steps) => steps.filter((step) => !BETWEEN.includes(step) || between.includes(step)));
  const step = ladders.map((steps) => steps.indexOf(word) + 1).find((place) => place > 0);
  return LEVELS.get(word) ?? step;
}

/** The grades between 红, 黄, 绿 and 高, 中, 低 that a column uses: beside 橙, 黄 is the third level and not the second. */
export function gradesBetween(cells: readonly (Cell | undefined)[]): string[] {
  const used = new Set(cells.map((cell) => bare(words(cell).replace(NOTE, ''))));
  return BETWEEN.filter((grade) => used.has(grade));
}

/**
 * Reads 一级, Ⅱ类, 高风险, 红色, B级（每月去） as levels from 1 (seen most often) to 6, with the grades between that its
 * column uses. A cell that names two different levels (1-2级, 三级（高）) is not guessed.
 */
export function readLevel(cell: Cell | undefined, between: readonly string[] = []): LevelReading {
  const whole = words(cell);
  if (whole.length > MOST_LETTERS) return { fault: 'level-unread' };
  if (NONE.test(whole)) return { level: null };
  const notes = [...whole.matchAll(NOTE)].flatMap(([, note]) => levelOf(note ?? '', between) ?? []);
  const said = whole
    .replace(NOTE, '')
    .split(/[/、,;]/)
    .map((word) => levelOf(word, between));
  const [level] = said;
  const alone = [...said, ...notes].every((one) => one === level);
  return level !== undefined && alone ? { level } : { fault: 'level-unread' };
}
