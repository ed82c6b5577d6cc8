/** What a sheet is: a list of people, visits, one of three kinds of sign-in sheet, or nothing that is taken in. */
export const SHEET_KINDS = ['people', 'visits', 'sign-in-columns', 'sign-in-ticks', 'sign-in-list', 'other'] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];
