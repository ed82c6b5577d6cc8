import { type ProjectKind, STATES } from '../../src/projects/codes.ts';
import type { Project, ProjectInput, Works } from '../../src/projects/schema.ts';
import { newId } from '../../src/platform/ids.ts';
import { numberOf } from '../ledger/event-input.ts';

/** A project while it is typed; numbers are texts until it is saved. */
export interface ProjectDraft {
  id: string;
  kind: ProjectKind;
  name: string;
  purpose: string;
  area: string;
  place: string;
  partners: string;
  state: string;
  choices: Record<string, string>;
  numbers: Record<'households' | 'cost' | 'days', string>;
  scope: string;
}

export const YES_NO = ['excludable', 'reversible'] as const;

export function freshProject(): ProjectDraft {
  return {
    ...{ id: newId(), kind: 'micro-work', name: '', purpose: '', area: '', place: '', partners: '' },
    ...{ state: 'need-collected', choices: {}, numbers: { households: '', cost: '', days: '' }, scope: '' },
  };
}

/** A project that stands, opened to be changed. */
export function draftOfProject(project: Project): ProjectDraft {
  const { id, kind, name, purpose, area, place, partners, state, works } = project;
  const { households, cost, days, scope, ...choices } = works;
  const words = Object.entries(choices).map(([key, value]) => [key, yesNo(value)]);
  const numbers = { households: text(households), cost: text(cost), days: text(days) };
  return {
    ...{ id, kind, name, purpose, area: area ?? '', place, partners, state, numbers, scope: scope ?? '' },
    choices: Object.fromEntries(words),
  };
}

const text = (value: number | undefined): string => (value === undefined ? '' : String(value));
const yesNo = (value: unknown): string => (value === true ? 'yes' : value === false ? 'no' : String(value ?? ''));

/** Changing the kind keeps the state only where the new kind knows it. */
export function withKind(draft: ProjectDraft, kind: ProjectKind): Partial<ProjectDraft> {
  const states = STATES[kind];
  return { kind, state: states.includes(draft.state) ? draft.state : (states[0] ?? '') };
}

export type ProjectWrong = {
  field: 'project-name' | 'project-numbers';
  word: 'project.wrong-name' | 'project.wrong-number';
};

export function projectWrongs(draft: ProjectDraft): ProjectWrong[] {
  const wrongs: ProjectWrong[] = [];
  if (draft.name.trim() === '') wrongs.push({ field: 'project-name', word: 'project.wrong-name' });
  const { households, days, cost } = draft.numbers;
  const whole = [households, days].every((typed) => typed === '' || Number.isInteger(numberOf(typed)));
  const right = [households, days, cost].every((typed) => typed === '' || numberOf(typed) >= 0);
  if (!whole || !right) wrongs.push({ field: 'project-numbers', word: 'project.wrong-number' });
  return wrongs;
}

function worksOf(draft: ProjectDraft): Works {
  if (draft.kind !== 'micro-work') return {};
  const said = Object.entries(draft.choices).filter(([, value]) => value !== '');
  const choices = said.map(([key, value]) => [key, value === 'yes' ? true : value === 'no' ? false : value]);
  const numbers = Object.entries(draft.numbers).filter(([, value]) => value !== '');
  return {
    ...Object.fromEntries(choices),
    ...Object.fromEntries(numbers.map(([key, value]) => [key, numberOf(value)])),
    ...(draft.scope.trim() ? { scope: draft.scope.trim() } : {}),
  } as Works;
}

/** The project as the program takes it. */
export function projectInput(draft: ProjectDraft): ProjectInput {
  const { kind, name, purpose, area, place, partners, state } = draft;
  return {
    ...{ kind, name: name.trim(), purpose: purpose.trim(), area: area || null, place: place.trim() },
    ...{ partners: partners.trim(), state, works: worksOf(draft) },
  };
}
