import type { PersonLine } from '../../src/people/schema.ts';
import { useWords } from '../i18n/words.ts';
import { today } from '../ui/dates.ts';
import { ageOf } from './birth.ts';
import { inOrder } from './group-order.ts';

/** 柳塘村村民委员会 is called 柳塘村, 河口社区居民委员会 河口社区. */
export function shortVillage(name: string): string {
  return name.replace(/村?(村民委员会|村委会)$/, '村').replace(/(社区)?(居民委员会|居委会)$/, '社区');
}

/** How a person is told from another of the same name: age, groups, place. */
export function usePersonWords() {
  const { say } = useWords();
  function age(person: Pick<PersonLine, 'bornOn' | 'bornPrecision'>): string {
    const found = ageOf(person, today());
    if (!found) return say('person.age-unknown');
    return say(found.about ? 'person.age-about' : 'person.age', { count: found.years });
  }
  function place(person: Pick<PersonLine, 'villageName' | 'villageGroup'>): string {
    return [shortVillage(person.villageName), person.villageGroup]
      .filter(Boolean)
      .join(' ')
      .replace(/(\d) (?=组)/, '$1\u00a0');
  }
  function groups(person: Pick<PersonLine, 'groups'>, most = 2): string {
    return inOrder(person.groups)
      .slice(0, most)
      .map((group) => say(`group.${group}`))
      .join(say('list.comma'));
  }
  /** What tells first: gone, or not to be visited alone. */
  function flags(person: Pick<PersonLine, 'life' | 'notAlone'>): string[] {
    return [
      ...(person.life === 'registered' ? [] : [say(`life.${person.life}`)]),
      ...(person.notAlone ? [say('care.not-alone-flag')] : []),
    ];
  }
  return { age, place, groups, flags };
}
