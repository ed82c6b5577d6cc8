import { county } from './en/county.ts';
import { forms } from './en/forms.ts';
import { frame } from './en/frame.ts';
import { imports } from './en/imports.ts';
import { ledger } from './en/ledger.ts';
import { office } from './en/office.ts';
import { people } from './en/people.ts';
import { projects } from './en/projects.ts';
import { reports } from './en/reports.ts';
import { residents } from './en/residents.ts';
import { terms } from './en/terms.ts';
import { work } from './en/work.ts';

/** Every word of the staff's pages in English: the same keys as Chinese, checked by the compiler. */
export const en = {
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
};
