import { county } from './zh/county.ts';
import { forms } from './zh/forms.ts';
import { frame } from './zh/frame.ts';
import { imports } from './zh/imports.ts';
import { ledger } from './zh/ledger.ts';
import { office } from './zh/office.ts';
import { people } from './zh/people.ts';
import { projects } from './zh/projects.ts';
import { reports } from './zh/reports.ts';
import { residents } from './zh/residents.ts';
import { terms } from './zh/terms.ts';
import { work } from './zh/work.ts';

/** Every word of the staff's pages in Chinese. {name} is filled in. English has the same keys. */
export const zh = {
  ...frame,
  ...people,
  ...terms,
  ...work,
  ...ledger,
  ...projects,
  ...office,
  ...imports,
  ...reports,
  ...forms,
  ...residents,
  ...county,
} as const;
