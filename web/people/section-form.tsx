import {
  DISABILITY_TYPES,
  EDUCATION,
  HOUSING,
  LIVES,
  MARITAL,
  SELF_CARE,
  SEPARATIONS,
} from '../../src/people/terms.ts';
import { useWords } from '../i18n/words.ts';
import { Chips } from '../ui/chips.tsx';
import { today } from '../ui/dates.ts';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextAreaField, TextField } from '../ui/field.tsx';
import { Choice } from './choice.tsx';
import { ContactsForm } from './contacts-form.tsx';
import { followUpWords } from './field-words.ts';
import { MembershipsForm } from './memberships-form.tsx';
import { shortVillage } from './person-words.ts';
import type { Section } from './sections.ts';
import { useVillages } from './use-person.ts';
import { type SectionProps, useWrong } from './use-wrong.ts';

/** The form of one section of a file. */
export function SectionForm({ section, ...rest }: SectionProps & { section: Section }) {
  switch (section) {
    case 'home':
      return <HomeForm {...rest} />;
    case 'life':
      return <LifeForm {...rest} />;
    case 'health':
      return <HealthForm {...rest} />;
    case 'care':
      return <CareForm {...rest} />;
    case 'groups':
      return <MembershipsForm {...rest} />;
    case 'contacts':
      return <ContactsForm {...rest} />;
    default:
      return null;
  }
}

function HomeForm({ part, onChange }: SectionProps) {
  const { say } = useWords();
  const villages = useVillages();
  return (
    <>
      <Choice
        label={say('field.separation')}
        values={SEPARATIONS}
        words={(value) => say(`separation.${value}`)}
        chosen={part.separation}
        onChoose={(separation) => onChange({ separation })}
      />
      <SelectField
        label={say('field.registeredArea')}
        hint={say('home.area-hint')}
        value={part.registeredArea ?? ''}
        onText={(area) => onChange({ registeredArea: area || null })}
      >
        <option value="">{say('home.area-elsewhere')}</option>
        {villages.map((village) => (
          <option key={village.code} value={village.code}>
            {shortVillage(village.name)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={say('field.registeredAddress')}
        placeholder={say('home.registered-example')}
        value={part.registeredAddress ?? ''}
        onText={(registeredAddress) => onChange({ registeredAddress })}
        maxLength={120}
        autoComplete="off"
      />
      <TextField
        label={say('field.livingAddress')}
        placeholder={say('home.living-example')}
        value={part.livingAddress ?? ''}
        onText={(livingAddress) => onChange({ livingAddress })}
        maxLength={120}
        autoComplete="off"
      />
    </>
  );
}

function LifeForm({ part, onChange }: SectionProps) {
  const { say } = useWords();
  return (
    <>
      <Choice
        label={say('field.marital')}
        values={MARITAL}
        words={(value) => say(`marital.${value}`)}
        chosen={part.marital}
        onChoose={(marital) => onChange({ marital })}
      />
      <Choice
        label={say('field.education')}
        values={EDUCATION}
        words={(value) => say(`education.${value}`)}
        chosen={part.education}
        onChoose={(education) => onChange({ education })}
      />
      <TextField
        label={say('field.work')}
        placeholder={say('life.work-example')}
        value={part.work ?? ''}
        onText={(work) => onChange({ work })}
        maxLength={60}
        autoComplete="off"
      />
      <Choice
        label={say('field.housing')}
        values={HOUSING}
        words={(value) => say(`housing.${value}`)}
        chosen={part.housing}
        onChoose={(housing) => onChange({ housing })}
      />
    </>
  );
}

function HealthForm({ part, onChange }: SectionProps) {
  const { say } = useWords();
  const has = part.disabilityCertificate;
  return (
    <>
      <TextAreaField
        label={say('field.health')}
        placeholder={say('health.example')}
        value={part.health ?? ''}
        onText={(health) => onChange({ health })}
        maxLength={200}
      />
      <Choice
        label={say('field.selfCare')}
        values={SELF_CARE}
        words={(value) => say(`self-care.${value}`)}
        chosen={part.selfCare}
        onChoose={(selfCare) => onChange({ selfCare })}
      />
      <Choice
        label={say('field.disabilityType')}
        values={DISABILITY_TYPES}
        words={(value) => say(`disability.${value}`)}
        chosen={part.disabilityType}
        onChoose={(disabilityType) => onChange({ disabilityType })}
      />
      <Choice
        label={say('field.disabilityLevel')}
        values={[1, 2, 3, 4]}
        words={(level) => say('disability-level', { level })}
        chosen={part.disabilityLevel}
        onChoose={(disabilityLevel) => onChange({ disabilityLevel })}
      />
      <Choice
        label={say('field.disabilityCertificate')}
        values={['yes', 'no']}
        words={(value) => say(value === 'yes' ? 'health.certificate-yes' : 'health.certificate-no')}
        chosen={typeof has === 'boolean' ? (has ? 'yes' : 'no') : null}
        onChoose={(value) => onChange({ disabilityCertificate: value === null ? null : value === 'yes' })}
      />
    </>
  );
}

function CareForm({ part, onChange, wrongs }: SectionProps) {
  const { say } = useWords();
  const wrong = useWrong(wrongs);
  return (
    <>
      <Choice
        label={say('field.followUpLevel')}
        hint={say('care.level-hint')}
        values={[1, 2, 3, 4, 5, 6]}
        words={(level) => followUpWords(level, say)}
        chosen={part.followUpLevel}
        onChoose={(followUpLevel) => onChange({ followUpLevel })}
      />
      <Chips
        label={say('field.notAlone')}
        chips={[
          { value: 'no', words: say('care.alone-fine') },
          { value: 'yes', words: say('care.not-alone') },
        ]}
        chosen={[part.notAlone ? 'yes' : 'no']}
        onChange={([value]) => onChange({ notAlone: value === 'yes', notAloneWhy: part.notAloneWhy ?? '' })}
      />
      {part.notAlone ? (
        <TextField
          label={say('care.not-alone-why')}
          placeholder={say('care.not-alone-example')}
          value={part.notAloneWhy ?? ''}
          onText={(notAloneWhy) => onChange({ notAloneWhy })}
          maxLength={100}
          autoComplete="off"
        />
      ) : null}
      <Chips
        label={say('field.life')}
        chips={LIVES.map((value) => ({ value, words: say(`life.${value}`) }))}
        chosen={[part.life ?? 'registered']}
        onChange={([life = 'registered']) =>
          onChange({ life, lifeOn: life === 'registered' ? null : (part.lifeOn ?? null) })
        }
      />
      {part.life && part.life !== 'registered' ? (
        <DayField
          id="life-on"
          label={say('care.life-on')}
          value={part.lifeOn ?? ''}
          onDay={(day) => onChange({ lifeOn: day || null })}
          to={today()}
          wrong={wrong('life-on')}
        />
      ) : null}
    </>
  );
}
