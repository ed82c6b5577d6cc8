import { FOLLOW_UP, type FollowUpLevel } from '../../src/people/rules.ts';
import type { Contact, Membership } from '../../src/people/schema.ts';
import { type Say, useWords } from '../i18n/words.ts';
import { sayDay } from '../ui/dates.ts';
import { inOrder } from './group-order.ts';
import { shortVillage } from './person-words.ts';
import { sayBirth } from './say-birth.ts';
import type { Field, Part } from './two-people.ts';
import { useVillages } from './use-person.ts';

/** How each level reads: 2 级，14 天看一次. */
export function followUpWords(level: number, say: Say): string {
  return say('follow-up.level', { level, count: FOLLOW_UP.days[level as FollowUpLevel] });
}

/** A field of a file in words; empty when nothing is known. */
export function useFieldWords(): (field: Field, part: Part) => string {
  const { say, language } = useWords();
  const villages = useVillages();
  const village = (code: string | null | undefined) =>
    shortVillage(villages.find((one) => one.code === code)?.name ?? code ?? '');
  const membership = (one: Membership) =>
    [
      say(`group.${one.code}`),
      one.startsOn ? say('groups.since', { day: sayDay(one.startsOn, language) }) : '',
      one.endsOn ? say('groups.until', { day: sayDay(one.endsOn, language) }) : '',
      one.source,
    ]
      .filter(Boolean)
      .join(' ');
  const contact = (one: Contact) =>
    [one.relation || say(`contact.${one.kind}`), one.name, one.phone].filter(Boolean).join(' ');
  const words: { [One in Field]?: (part: Part) => string } = {
    sex: ({ sex }) => (sex ? say(`sex.${sex}`) : ''),
    bornOn: ({ bornOn, bornPrecision }) => (bornOn ? sayBirth(bornOn, bornPrecision ?? 'day', language) : ''),
    village: (part) => village(part.village),
    registeredArea: (part) => village(part.registeredArea),
    groups: ({ groups }) =>
      inOrder(groups ?? [])
        .map((group) => say(`group.${group}`))
        .join(say('list.comma')),
    separation: ({ separation }) => (separation ? say(`separation.${separation}`) : ''),
    marital: ({ marital }) => (marital ? say(`marital.${marital}`) : ''),
    education: ({ education }) => (education ? say(`education.${education}`) : ''),
    housing: ({ housing }) => (housing ? say(`housing.${housing}`) : ''),
    disabilityType: ({ disabilityType }) => (disabilityType ? say(`disability.${disabilityType}`) : ''),
    disabilityLevel: ({ disabilityLevel }) =>
      disabilityLevel ? say('disability-level', { level: disabilityLevel }) : '',
    disabilityCertificate: ({ disabilityCertificate: has }) =>
      typeof has === 'boolean' ? say(has ? 'health.certificate-yes' : 'health.certificate-no') : '',
    selfCare: ({ selfCare }) => (selfCare ? say(`self-care.${selfCare}`) : ''),
    followUpLevel: ({ followUpLevel }) => (followUpLevel ? followUpWords(followUpLevel, say) : ''),
    notAlone: ({ notAlone, notAloneWhy }) =>
      notAlone ? [say('care.not-alone'), notAloneWhy].filter(Boolean).join(say('list.clause')) : '',
    life: ({ life, lifeOn }) =>
      life ? [say(`life.${life}`), lifeOn ? sayDay(lifeOn, language) : ''].filter(Boolean).join(' ') : '',
    memberships: ({ memberships }) => (memberships ?? []).map(membership).join(say('list.clause')),
    contacts: ({ contacts }) => (contacts ?? []).map(contact).join(say('list.clause')),
  };
  return (field, part) => words[field]?.(part) ?? String(part[field] ?? '');
}
