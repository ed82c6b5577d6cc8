import type { Works } from '../../src/projects/schema.ts';
import type { Say, Word } from '../i18n/words.ts';

/** The attributes that are a choice among words, with the words' prefix. */
export const CHOICES = {
  kind: 'works-kind',
  need: 'works-need',
  newly: 'works-newly',
  upkeep: 'works-upkeep',
  land: 'works-land',
  permit: 'works-permit',
  conflict: 'works-conflict',
} as const;

/** What was said of a micro-work, as names and values; what was not said is left out. */
export function worksFacts(works: Works, say: Say): [string, string][] {
  const shown = Object.entries(works).flatMap(([name, value]): [string, string][] => {
    if (value === undefined) return [];
    const choice = CHOICES[name as keyof typeof CHOICES];
    const words = choice ? say(`${choice}.${value}` as Word) : sayPlain(value, say);
    return [[say(`project.works-${name}` as Word), words]];
  });
  return shown;
}

function sayPlain(value: string | number | boolean, say: Say): string {
  if (typeof value === 'boolean') return say(value ? 'project.yes' : 'project.no');
  return String(value);
}
