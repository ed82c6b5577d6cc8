import { useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { newId } from '../../src/platform/ids.ts';
import { OWN_CONSENT_AGE } from '../../src/people/consent-rules.ts';
import type { ConsentFields } from '../../src/people/consent-schema.ts';
import { ageOn } from '../../src/people/rules.ts';
import type { Person } from '../../src/people/schema.ts';
import { CONSENT_WAYS, GIVERS, PURPOSES } from '../../src/people/terms.ts';
import { useWords } from '../i18n/words.ts';
import { useDraft } from '../offline/drafts.ts';
import { putInOutbox, takeFromOutbox } from '../offline/outbox.ts';
import { consentPlace } from '../offline/places.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { today } from '../ui/dates.ts';
import { DayField } from '../ui/day-field.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { TextField } from '../ui/field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { SaveBar } from '../ui/save-bar.tsx';
import { StoredNote } from '../ui/stored-note.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { type ConsentWrong, consentWrongs } from './consent-wrongs.ts';
import { usePerson } from './use-person.ts';
import './people.css';

interface ConsentDraft extends ConsentFields {
  id: string;
  /** The refused item this takes the place of. */
  replaces: string | null;
}

export function ConsentPage() {
  const { id = '' } = useParams({ strict: false });
  const { value, failure } = usePerson(id);
  if (!value) return <Waiting failure={failure} />;
  return <RecordConsent key={id} person={value} />;
}

function freshConsent(young: boolean): ConsentDraft {
  return {
    id: newId(),
    purpose: 'service',
    agreed: true,
    givenBy: young ? 'guardian' : 'self',
    giver: '',
    how: 'paper',
    givenOn: today(),
    untilOn: null,
    note: '',
    replaces: null,
  };
}

function RecordConsent({ person }: { person: Person }) {
  const { say } = useWords();
  const { me } = useSession();
  const station = useStation();
  const navigate = useNavigate();
  const young = (ageOn(person.bornOn, today()) ?? OWN_CONSENT_AGE) < OWN_CONSENT_AGE;
  const guardian = person.contacts.find((contact) => contact.kind === 'guardian')?.name ?? '';
  const draft = useDraft<ConsentDraft>(me.id, consentPlace(person.id), () => ({
    ...freshConsent(young),
    giver: young ? guardian : '',
  }));
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  if (!draft.value) return null;
  const { id, replaces, ...consent } = draft.value;
  const wrongs = consentWrongs(consent, { bornOn: person.bornOn, day: today() });

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (wrongs.length > 0) return;
    setSaving(true);
    const { purpose, agreed, givenBy, giver, how, givenOn, untilOn, note } = consent;
    const fields = { purpose, agreed, givenBy, giver: giver.trim(), how, givenOn, untilOn, note: note.trim() };
    await putInOutbox(
      { name: 'record-consent', input: { ...fields, station: station.id, id, person: person.id } },
      person.name,
      station.id,
    );
    if (replaces) await takeFromOutbox(replaces);
    await draft.clear();
    await navigate({ to: '/people/$id', params: { id: person.id } });
  }
  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <PageHead
        title={say('consent.page-title', { name: person.name })}
        context={young ? say('consent.under-14', { name: person.name }) : undefined}
        back={{ to: '/people/$id', params: { id: person.id }, label: person.name }}
      />
      <div className="form">
        {draft.restored ? <p className="note">{say('draft.restored')}</p> : null}
        <ErrorLine
          wrongs={
            tried
              ? wrongs.map((wrong) => ({ field: wrong.field, sentence: say(wrong.word, { name: person.name }) }))
              : []
          }
        />
        <ConsentForm consent={consent} onChange={draft.change} wrongs={tried ? wrongs : []} name={person.name} />
      </div>
      <SaveBar note={<StoredNote />}>
        <Button kind="filled" type="submit" className="save" busy={saving}>
          {say('save')}
        </Button>
      </SaveBar>
    </form>
  );
}

interface ConsentFormProps {
  consent: ConsentFields;
  onChange: (part: Partial<ConsentFields>) => void;
  wrongs: ConsentWrong[];
  name: string;
}

function ConsentForm({ consent, onChange, wrongs, name }: ConsentFormProps) {
  const { say } = useWords();
  const wrong = (field: ConsentWrong['field']) => {
    const found = wrongs.find((one) => one.field === field);
    return found && say(found.word, { name });
  };
  return (
    <>
      <Chips
        label={say('consent.what')}
        chips={PURPOSES.map((value) => ({ value, words: say(`purpose.${value}`) }))}
        chosen={[consent.purpose]}
        onChange={([purpose = 'service']) => onChange({ purpose })}
      />
      <Chips
        label={say('consent.answer')}
        chips={(['yes', 'no'] as const).map((value) => ({ value, words: say(`consent.${value}`) }))}
        chosen={[consent.agreed ? 'yes' : 'no']}
        onChange={([value]) => onChange({ agreed: value === 'yes' })}
      />
      <Chips
        id="consent-who"
        label={say('consent.who')}
        chips={GIVERS.map((value) => ({ value, words: say(`consent.${value}`) }))}
        chosen={[consent.givenBy]}
        onChange={([givenBy = 'self']) => onChange({ givenBy })}
        wrong={wrong('consent-who')}
      />
      {consent.givenBy === 'guardian' ? (
        <TextField
          id="consent-giver"
          label={say('consent.giver')}
          value={consent.giver}
          onText={(giver) => onChange({ giver })}
          wrong={wrong('consent-giver')}
          maxLength={60}
          autoComplete="off"
        />
      ) : null}
      <Chips
        label={say('consent.how')}
        chips={CONSENT_WAYS.map((value) => ({ value, words: say(`how.${value}`) }))}
        chosen={[consent.how]}
        onChange={([how = 'paper']) => onChange({ how })}
      />
      <div className="pair">
        <DayField
          id="consent-on"
          label={say('consent.on')}
          value={consent.givenOn}
          onDay={(day) => onChange({ givenOn: day || today() })}
          to={today()}
          wrong={wrong('consent-on')}
        />
        <DayField
          id="consent-until"
          label={say('consent.until')}
          value={consent.untilOn ?? ''}
          onDay={(day) => onChange({ untilOn: day || null })}
          wrong={wrong('consent-until')}
        />
      </div>
      <TextField
        label={say('consent.note')}
        placeholder={say('consent.note-example')}
        value={consent.note}
        onText={(note) => onChange({ note })}
        maxLength={200}
        autoComplete="off"
      />
    </>
  );
}
