import type { Layout } from './schema.ts';

const codesOf = (codes: Record<string, string>) => Object.entries(codes).map(([of, code]) => ({ of, code }));

/** A platform that does not exist: it shows codes, a way to write days, and words that never change. */
export const EXAMPLE: { name: string; layout: Layout } = {
  name: '某平台走访表（样例，虚构）',
  layout: {
    list: 'visits',
    sheet: '走访导入',
    between: ';',
    columns: [
      { header: '机构编码', field: 'fixed', fixed: 'YL-0001' },
      { header: '服务日期', field: 'on', date: 'YYYY/MM/DD' },
      { header: '对象姓名', field: 'name' },
      { header: '所在村居', field: 'village' },
      { header: '服务人员', field: 'workers' },
      { header: '时长（分钟）', field: 'minutes' },
      { header: '接谈对象', field: 'met', codes: codesOf({ self: '1', family: '2', other: '3', nobody: '9' }) },
      {
        header: '需求代码',
        field: 'needs',
        codes: codesOf({
          ...{ fine: '00', medical: '01', money: '02', meals: '03' },
          ...{ housing: '04', 'low-spirits': '05', company: '06', other: '99' },
        }),
      },
      { header: '服务记录', field: 'note' },
      { header: '下次服务', field: 'nextOn', date: 'YYYYMMDD' },
    ],
  },
};
