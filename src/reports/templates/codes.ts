/** What a Word form may ask for with {braces}: the words of a clerk, each with its meaning in English for the guide. */
export const PLACEHOLDERS = {
  站名: 'name of the station',
  年: 'year',
  月: 'month',
  截至: 'when it was counted',
  校验码: 'entry and code of the station’s books',
  服务人数: 'people reached, once each',
  服务人次: 'attendances',
  走访户数: 'households met at home, once each',
  走访户次: 'household visits: a household once a day',
  没见到人次数: 'visits that met nobody',
  面谈电话次数: 'talks and calls',
  个案次数: 'casework sessions',
  小组节数: 'group sessions',
  小组人次: 'attendances of groups',
  社区活动场数: 'community activities',
  社区活动人次: 'attendances of community activities',
  议事会场数: 'deliberations',
  劳动日场数: 'work days',
  培训场数: 'trainings',
  督导次数: 'supervisions',
  资源链接次数: 'resources linked',
  危机介入次数: 'crises',
  社工小时: 'hours of workers',
  记录笔数: 'records',
  有凭证笔数: 'records signed, photographed or confirmed',
  合同外件数: 'asked for from outside the contract',
  支出: 'yuan spent',
  居民出工小时: 'unpaid hours of residents and their groups',
  居民出资: 'yuan given by residents and their groups',
  村居出工小时: 'unpaid hours of the committees',
  村居出资: 'yuan given by the committees',
  签到表张数: 'sign-in sheets',
  照片张数: 'photos',
  凭据张数: 'vouchers',
  总体情况: 'the whole first section, in words',
  居民出力情况: 'what residents gave, in words',
  经费情况: 'the money, in words',
  下月安排: 'next month, in words',
  附件清单: 'what is attached, in words',
} as const;
export type Placeholder = keyof typeof PLACEHOLDERS;

/** Rows that repeat, from {#name} to {/name}, and what may stand in them. */
export const LOOPS = {
  分领域: ['领域', '人数', '人次', '户数', '户次', '节', '场', '小时', '金额'],
  各项工作: ['工作', '次数', '人数', '人次'],
  支出明细: ['科目', '金额'],
} as const;
export type Loop = keyof typeof LOOPS;

/** The largest form, in megabytes. */
export const TEMPLATE_MB = 4;
