import { minuteInChina } from '../../platform/clock.ts';
import { TemplateHandler } from 'easy-template-x';
import { HeliError } from '../../platform/errors.ts';
import { printed } from '../month/pieces.ts';
import { hoursOf } from '../month/rules.ts';
import type { Counted, Figures, Paper, Piece } from '../month/schema.ts';
import { PAPER_WORDS } from '../month/words.ts';
import { KIND } from '../month/labels.ts';
import type { Loop, Placeholder } from './codes.ts';

export interface Filled {
  counted: Counted;
  paper: Paper;
  place: string;
}

const textOf = (pieces: Piece[]) => pieces.map(({ text }) => text).join('');
const paragraphs = (section: Paper['sections'][number] | undefined) =>
  (section?.paragraphs ?? []).map(textOf).join('\n');

function kindOf({ kinds }: Counted, kind: Counted['kinds'][number]['kind'], which: keyof Figures): string {
  return printed(kinds.find((one) => one.kind === kind)?.[which] ?? 0);
}

function attachedOf({ attachments }: Counted, kind: string): string {
  return printed(attachments.find((one) => one.kind === kind)?.count ?? 0);
}

function namesOf({
  counted,
  paper,
  place,
}: Filled): Pick<Record<Placeholder, string>, '站名' | '年' | '月' | '截至' | '校验码'> {
  const [year = '', month = ''] = counted.month.split('-');
  return {
    站名: place,
    年: year,
    月: String(Number(month)),
    截至: minuteInChina(new Date(counted.asOf)),
    校验码: paper.code,
  };
}

/** What each placeholder becomes: numbers without their unit, which stands in the form. */
function valuesOf(filled: Filled): Record<Placeholder, string> {
  const { counted, paper } = filled;
  const { total, given } = counted;
  const kind = (name: Parameters<typeof kindOf>[1], which: keyof Figures) => kindOf(counted, name, which);
  const [residents, money, next] = paper.sections.slice(-3);
  return {
    ...namesOf(filled),
    服务人数: printed(total.people),
    服务人次: printed(total.personTimes),
    走访户数: printed(total.households),
    走访户次: printed(total.householdTimes),
    没见到人次数: printed(counted.unmet),
    面谈电话次数: kind('contact', 'events'),
    个案次数: kind('case-session', 'events'),
    小组节数: kind('group-session', 'sessions'),
    小组人次: kind('group-session', 'personTimes'),
    社区活动场数: kind('activity', 'occasions'),
    社区活动人次: kind('activity', 'personTimes'),
    议事会场数: kind('meeting', 'occasions'),
    劳动日场数: kind('work-day', 'occasions'),
    培训场数: kind('training', 'occasions'),
    督导次数: kind('supervision', 'events'),
    资源链接次数: kind('resource-link', 'events'),
    危机介入次数: kind('crisis', 'events'),
    社工小时: printed(hoursOf(total.worked)),
    记录笔数: printed(total.events),
    有凭证笔数: printed(total.proven),
    合同外件数: printed(total.outside),
    支出: printed(total.spent),
    居民出工小时: printed(hoursOf(given.residents.minutes)),
    居民出资: printed(given.residents.amount),
    村居出工小时: printed(hoursOf(given.committee.minutes)),
    村居出资: printed(given.committee.amount),
    签到表张数: attachedOf(counted, 'sign-in-sheet'),
    照片张数: attachedOf(counted, 'photo'),
    凭据张数: attachedOf(counted, 'voucher'),
    总体情况: paragraphs(paper.sections[0]),
    居民出力情况: paragraphs(residents),
    经费情况: paragraphs(money),
    下月安排: paragraphs(next),
    附件清单: paper.attached.map(textOf).join('\n'),
  };
}

const words = PAPER_WORDS.zh;

/** The rows that repeat, in the order of the report. */
function rowsOf({ fields, kinds, spending }: Counted): Record<Loop, Record<string, string>[]> {
  return {
    分领域: fields.map((one) => ({
      领域: words.fields[one.field],
      人数: printed(one.people),
      人次: printed(one.personTimes),
      户数: printed(one.households),
      户次: printed(one.householdTimes),
      节: printed(one.sessions),
      场: printed(one.occasions),
      小时: printed(hoursOf(one.worked)),
      金额: printed(one.spent),
    })),
    各项工作: kinds.map((one) => ({
      工作: KIND[one.kind],
      次数: printed(one.events),
      人数: printed(one.people),
      人次: printed(one.personTimes),
    })),
    支出明细: spending.map(({ budgetLine, amount }) => ({ 科目: budgetLine || words.noLine, 金额: printed(amount) })),
  };
}

/**
 * A Word form with a month's report written into it; everything that is not in braces stays as it is.
 * @throws HeliError template-broken
 */
export async function fillTemplate(template: Uint8Array, filled: Filled): Promise<Uint8Array> {
  try {
    const data = { ...valuesOf(filled), ...rowsOf(filled.counted) };
    return new Uint8Array(await new TemplateHandler().process(Buffer.from(template), data));
  } catch {
    throw new HeliError('invalid', 'template-broken');
  }
}
