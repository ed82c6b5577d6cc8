/** What an indicator may be counted in: 人, 人次, 户, 户次, 场, 节, 小时. They never mix. */
export const UNITS = ['person', 'person-time', 'household', 'household-time', 'occasion', 'session', 'hour'] as const;
export type Unit = (typeof UNITS)[number];
