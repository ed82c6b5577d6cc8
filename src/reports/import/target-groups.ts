import type { TargetGroup } from '../../people/schema.ts';
import type { Cell } from './book.ts';
import { plain } from './text.ts';

/** The words stations write for each target group, the usual name first. */
const WORDS: Record<TargetGroup, readonly string[]> = {
  dibao: ['低保对象', '低保', '低保户', '低保人员', '最低生活保障对象'],
  'dibao-margin': ['低保边缘', '低保边缘家庭', '低保边缘户', '低边', '低边户', '低收入家庭'],
  tekun: ['特困人员', '特困', '特困供养', '五保户', '五保', '五保对象', '特困供养人员', '分散特困', '集中特困'],
  'child-in-difficulty': ['其他困境儿童', '困境儿童'],
  'elder-left-behind': ['留守老人', '农村留守老人'],
  'elder-alone-no-kin': ['孤寡老人', '孤老'],
  'disabled-severe-special': ['特殊困难重度残疾人'],
  'elder-living-alone': ['独居老人', '独居'],
  'hardship-expenses': ['支出型困难家庭', '刚性支出困难家庭', '支出型困难'],
  disabled: ['残疾人', '残疾', '残疾人员'],
  homeless: ['流浪乞讨', '流浪乞讨人员'],
  'child-left-behind': ['农村留守儿童', '留守儿童'],
  'mother-single-hardship': ['单身特困母亲', '单亲特困母亲'],
  'woman-left-behind': ['农村留守妇女', '留守妇女'],
  'elder-empty-nest': ['空巢老人', '空巢'],
  'elder-disabled': ['失能老人', '失能', '半失能老人'],
  'elder-severely-disabled': ['重残老人'],
  'family-planning-special': ['计划生育特殊家庭', '计生特殊家庭', '失独家庭', '失独'],
  orphan: ['孤儿'],
  'child-de-facto-uncared': ['事实无人抚养儿童', '事实孤儿'],
  'mental-disorder': ['精神障碍患者', '精神障碍', '严重精神障碍患者', '精障患者', '精神残疾'],
  'community-correction': ['社区矫正', '社区矫正对象', '社矫对象'],
  'drug-rehabilitation': ['戒毒康复', '戒毒康复人员', '社区戒毒'],
  veteran: ['退役军人', '退伍军人', '优抚对象'],
  'new-employment': ['新就业群体', '新业态从业者'],
  'poverty-return-risk': ['易返贫监测户', '监测户', '易返贫', '脱贫不稳定户'],
  'child-migrant': ['流动儿童'],
  'elder-very-old': ['高龄', '高龄老人'],
  dementia: ['失智', '失智老人', '认知障碍', '认知症老人'],
};

const CODES = new Map(
  Object.entries(WORDS).flatMap(([code, words]) => words.map((word) => [word, code as TargetGroup] as const)),
);

/** A target group as the lists of the state name it. */
export const groupName = (code: TargetGroup): string => WORDS[code][0] ?? code;

/** Whether a header names a target group: a column of ticks, one group each. */
export const groupNamed = (header: string): TargetGroup | undefined => CODES.get(plain(header).replace(/\s+/g, ''));

/** The target groups a cell names, and the words that name none. */
export function readGroups(cell: Cell | undefined): { groups: TargetGroup[]; unknown: string[] } {
  const words = plain(cell)
    .split(/[、,;/|\s+&]+/)
    .map((word) => word.replace(/\(.*\)$/, ''))
    .filter((word) => word !== '' && !/^(无|否|\/|-|—)$/.test(word));
  const groups = words.flatMap((word) => CODES.get(word) ?? []);
  return { groups: [...new Set(groups)], unknown: words.filter((word) => !CODES.has(word)) };
}
