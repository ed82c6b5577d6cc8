import { useState } from 'react';
import type { TargetGroup } from '../../src/people/schema.ts';
import { useWords } from '../i18n/words.ts';
import { today } from '../ui/dates.ts';
import { Chips } from '../ui/chips.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { ageOf, readBirth } from './birth.ts';
import { ALL_GROUPS, DAILY_GROUPS } from './group-order.ts';
import type { PersonTyping, PersonWrong } from './person-typing.ts';
import { IdNumberField } from './id-number-field.tsx';
import { shortVillage } from './person-words.ts';
import { useVillages } from './use-person.ts';

interface PersonFormProps {
  typing: PersonTyping;
  onChange: (part: Partial<PersonTyping>) => void;
  wrongs: PersonWrong[];
  /** The ID number that stands in the file, as it may be shown. */
  known?: string | null;
}

export function PersonForm({ typing, onChange, wrongs, known = null }: PersonFormProps) {
  const { say } = useWords();
  const villages = useVillages();
  const wrong = (field: PersonWrong['field']) => {
    const found = wrongs.find((one) => one.field === field);
    return found && say(found.word);
  };
  return (
    <>
      <TextField
        id="person-name"
        label={say('person.name')}
        value={typing.name}
        onText={(name) => onChange({ name })}
        wrong={wrong('person-name')}
        maxLength={60}
        autoComplete="off"
        required
      />
      <IdNumberField typing={typing} onChange={onChange} wrong={wrong('person-id')} known={known} />
      <Chips
        label={say('person.sex')}
        chips={(['female', 'male', 'unknown'] as const).map((value) => ({ value, words: say(`sex.${value}`) }))}
        chosen={[typing.sex]}
        onChange={([sex = 'unknown']) => onChange({ sex })}
      />
      <TextField
        id="person-born"
        label={say('person.born')}
        value={typing.born}
        onText={(born) => onChange({ born })}
        wrong={wrong('person-born')}
        hint={<BirthRead born={typing.born} />}
        autoComplete="off"
      />
      <div className="pair">
        {villages.length > 0 ? (
          <SelectField
            label={say('person.village')}
            value={typing.village ?? ''}
            onText={(village) => onChange({ village: village || null })}
          >
            <option value="">{say('person.village-unknown')}</option>
            {villages.map((village) => (
              <option key={village.code} value={village.code}>
                {shortVillage(village.name)}
              </option>
            ))}
          </SelectField>
        ) : null}
        <TextField
          label={say('person.village-group')}
          value={typing.villageGroup}
          onText={(villageGroup) => onChange({ villageGroup })}
          placeholder={say('person.village-group-example')}
          maxLength={40}
          autoComplete="off"
        />
      </div>
      <TextField
        label={say('person.phone')}
        value={typing.phone}
        onText={(phone) => onChange({ phone })}
        inputMode="tel"
        maxLength={30}
        autoComplete="off"
      />
      <GroupChips chosen={typing.groups} onChange={(groups) => onChange({ groups })} />
    </>
  );
}

/** Says what was understood of a birth date: 1948年3月9日，78 岁. */
function BirthRead({ born }: { born: string }) {
  const { say } = useWords();
  const birth = readBirth(born);
  const age = birth && ageOf(birth, today());
  if (!birth?.bornOn || !age) return <>{say('person.born-example')}</>;
  const [year, month, day] = birth.bornOn.split('-').map(Number);
  const params = { year: year ?? 0, month: month ?? 0, day: day ?? 0, age: age.years };
  return <>{say(`person.born-read-${birth.bornPrecision ?? 'day'}`, params)}</>;
}

function GroupChips({ chosen, onChange }: { chosen: TargetGroup[]; onChange: (groups: TargetGroup[]) => void }) {
  const { say } = useWords();
  const [all, setAll] = useState(false);
  const shown = ALL_GROUPS.filter((group) => all || DAILY_GROUPS.includes(group) || chosen.includes(group));
  return (
    <Chips
      label={say('person.groups')}
      hint={say('visit.several')}
      several
      chips={shown.map((value) => ({ value, words: say(`group.${value}`) }))}
      chosen={chosen}
      onChange={(groups) => onChange(groups.slice(0, 10))}
    >
      {all ? null : (
        <button type="button" className="button text" onClick={() => setAll(true)}>
          {say('person.groups-more', { count: ALL_GROUPS.length - shown.length })}
        </button>
      )}
    </Chips>
  );
}
