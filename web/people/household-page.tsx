import { useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { newId } from '../../src/platform/ids.ts';
import type { HouseholdCard } from '../../src/people/household-schema.ts';
import type { Person } from '../../src/people/schema.ts';
import { HOUSEHOLD_RELATIONS } from '../../src/people/terms.ts';
import { api, once } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { SaveBar } from '../ui/save-bar.tsx';
import { useChange } from '../ui/use-action.ts';
import { Waiting } from '../ui/waiting.tsx';
import { PersonPicker } from './person-picker.tsx';
import { usePersonWords } from './person-words.ts';
import { usePerson } from './use-person.ts';
import './people.css';

type Member = HouseholdCard['members'][number];

export function HouseholdPage() {
  const { id = '' } = useParams({ strict: false });
  const { value, failure, pending } = usePerson(id);
  if (!value || pending) return <Waiting failure={failure} />;
  return <EditHousehold key={id} person={value} />;
}

const asMember = (person: Omit<Member, 'relation'>, relation: Member['relation']): Member => ({
  id: person.id,
  name: person.name,
  sex: person.sex,
  bornOn: person.bornOn,
  bornPrecision: person.bornPrecision,
  relation,
});

function EditHousehold({ person }: { person: Person }) {
  const { say } = useWords();
  const station = useStation();
  const navigate = useNavigate();
  const action = useChange();
  const [id] = useState(() => person.household?.id ?? newId());
  const [members, setMembers] = useState<Member[]>(person.household?.members ?? [asMember(person, 'head')]);
  const [note, setNote] = useState(person.household?.note ?? '');
  const heads = members.filter((member) => member.relation === 'head').length;

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (heads !== 1) return;
    const input = {
      station: station.id,
      id,
      note: note.trim(),
      members: members.map((member) => ({ person: member.id, relation: member.relation })),
      ...(person.household ? { version: person.household.version } : {}),
    };
    if (!(await action.run(() => api.people.saveHousehold(input, once())))) return;
    await navigate({ to: '/people/$id', params: { id: person.id } });
  }
  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <PageHead
        title={say('household.page-title', { name: person.name })}
        context={say('household.in-other')}
        back={{ to: '/people/$id', params: { id: person.id }, label: person.name }}
      />
      <div className="form">
        <ErrorLine sentence={action.failure?.sentence ?? (heads === 1 ? undefined : say('household.need-head'))} />
        <Members members={members} onChange={setMembers} />
        <PersonPicker
          label={say('household.find')}
          open={false}
          placeholder={say('household.find')}
          onChoose={(found) => {
            if (!members.some((member) => member.id === found.id)) setMembers([...members, asMember(found, 'other')]);
          }}
        />
        <TextField
          label={say('household.note')}
          placeholder={say('household.note-example')}
          value={note}
          onText={setNote}
          maxLength={200}
          autoComplete="off"
        />
      </div>
      <SaveBar>
        <Button kind="filled" type="submit" className="save" busy={action.busy} disabled={heads !== 1}>
          {say('save')}
        </Button>
      </SaveBar>
    </form>
  );
}

function Members({ members, onChange }: { members: Member[]; onChange: (members: Member[]) => void }) {
  const { say } = useWords();
  const words = usePersonWords();
  return members.map((member, index) => (
    <fieldset className="part-row" key={member.id}>
      <legend>
        {member.name} <span className="quiet">{words.age(member)}</span>
      </legend>
      <SelectField
        label={say('household.relation')}
        value={member.relation}
        onText={(text) => {
          const relation = HOUSEHOLD_RELATIONS.find((one) => one === text) ?? 'other';
          onChange(members.map((one, place) => (place === index ? { ...one, relation } : one)));
        }}
      >
        {HOUSEHOLD_RELATIONS.map((relation) => (
          <option key={relation} value={relation}>
            {say(`relation.${relation}`)}
          </option>
        ))}
      </SelectField>
      {members.length > 1 ? (
        <Button kind="text" onClick={() => onChange(members.toSpliced(index, 1))}>
          {say('household.remove')}
        </Button>
      ) : null}
    </fieldset>
  ));
}
