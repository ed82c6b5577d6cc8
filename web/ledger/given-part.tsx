import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PartnerLine } from '../../src/ledger/event-schema.ts';
import { FORMS, SECTORS } from '../../src/ledger/codes.ts';
import type { Form, Sector } from '../../src/ledger/terms.ts';
import type { PersonLine } from '../../src/people/schema.ts';
import { newId } from '../../src/platform/ids.ts';
import { api, once } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useWords } from '../i18n/words.ts';
import { useKept } from '../offline/kept.ts';
import { usePersonWords } from '../people/person-words.ts';
import { useFoundPeople } from '../people/search.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { ComboBox } from '../ui/combo-box.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import type { EventDraft, GivenDraft } from './event-draft.ts';

const MEASURE: Partial<Record<Form, GivenDraft['measure']>> = { money: 'amount', goods: 'quantity', space: 'quantity' };

interface PartProps {
  event: EventDraft;
  change: (part: Partial<EventDraft>) => void;
  wrong: (field: string) => string | undefined;
}

/** Who gave what: minutes, money or goods, each in its own unit. */
export function GivenPart({ event, change, wrong }: PartProps) {
  const { say } = useWords();
  const put = (key: string, part: Partial<GivenDraft>) =>
    change({ given: event.given.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  return (
    <section className="stack" id="event-given" tabIndex={-1} aria-label={say('event.given')}>
      <h2 className="field-label">{say('event.given')}</h2>
      {event.kind === 'work-day' ? <p className="note">{say('event.given-hint')}</p> : null}
      {event.given.map((one) => (
        <GivenRow
          key={one.key}
          given={one}
          onChange={(part) => put(one.key, part)}
          onRemove={() => change({ given: event.given.filter((other) => other.key !== one.key) })}
        />
      ))}
      <PartyPicker
        onChoose={(party) =>
          change({
            given: [
              ...event.given,
              { ...party, key: newId(), form: 'labour', measure: 'minutes', value: '', unit: '' },
            ],
          })
        }
      />
      {wrong('event-given') ? <p className="field-wrong">{wrong('event-given')}</p> : null}
    </section>
  );
}

interface GivenRowProps {
  given: GivenDraft;
  onChange: (part: Partial<GivenDraft>) => void;
  onRemove: () => void;
}

function GivenRow({ given, onChange, onRemove }: GivenRowProps) {
  const { say } = useWords();
  return (
    <div className="given">
      <p className="given-who">
        <strong>{given.name}</strong>
        <Button kind="text" aria-label={say('event.given-remove', { name: given.name })} onClick={onRemove}>
          ✕
        </Button>
      </p>
      <div className="given-what">
        <SelectField
          label={say('event.given-form')}
          value={given.form}
          onText={(form) => onChange({ form: form as Form, measure: MEASURE[form as Form] ?? 'minutes' })}
        >
          {FORMS.map((form) => (
            <option key={form} value={form}>
              {say(`form.${form}`)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={say(`event.given-${given.measure}`)}
          value={given.value}
          inputMode="decimal"
          autoComplete="off"
          onText={(value) => onChange({ value })}
        />
        {given.measure === 'quantity' ? (
          <TextField
            label={say('event.given-unit')}
            value={given.unit}
            placeholder={say('event.given-unit-example')}
            maxLength={10}
            onText={(unit) => onChange({ unit })}
          />
        ) : null}
      </div>
    </div>
  );
}

type Party = Pick<GivenDraft, 'partyKind' | 'party' | 'name'>;
type Hit = { kind: 'person'; person: PersonLine } | { kind: 'partner'; partner: PartnerLine };

/** A person, an organisation or a group: found by name, or made known on the spot. */
function PartyPicker({ onChoose }: { onChoose: (party: Party) => void }) {
  const { say } = useWords();
  const station = useStation();
  const { me } = useSession();
  const client = useQueryClient();
  const words = usePersonWords();
  const [text, setText] = useState('');
  const [naming, setNaming] = useState('');
  const found = useFoundPeople(text);
  const asked = useKept(['partners', station.id], () => api.ledger.partners({ station: station.id }));
  const typed = text.trim();
  const partners = (asked.value?.items ?? []).filter((one) => typed === '' || one.name.includes(typed));
  const hits: Hit[] = [
    ...partners.map((partner) => ({ kind: 'partner' as const, partner })),
    ...(typed ? found.items.map((person) => ({ kind: 'person' as const, person })) : []),
  ];
  function choose(hit: Hit): void {
    if (hit.kind === 'person') onChoose({ partyKind: 'person', party: hit.person.id, name: hit.person.name });
    else onChoose({ partyKind: hit.partner.kind, party: hit.partner.id, name: hit.partner.name });
    setText('');
  }
  return (
    <div className="stack">
      <ComboBox
        text={text}
        onText={setText}
        items={hits}
        keyOf={(hit) => (hit.kind === 'person' ? hit.person.id : hit.partner.id)}
        show={(hit) =>
          hit.kind === 'person' ? (
            <span className="words">
              <strong>{hit.person.name}</strong>
              <span>{words.age(hit.person)}</span>
              <span className="quiet">{words.place(hit.person)}</span>
            </span>
          ) : (
            <span className="words">
              <strong>{hit.partner.name}</strong>
              <span className="quiet">{say(`sector.${hit.partner.sector}`)}</span>
            </span>
          )
        }
        onChoose={choose}
        ready={found.ready}
        nothing={say('people.nothing', { text: typed })}
        input={{ 'aria-label': say('event.given-add'), placeholder: say('event.given-add') }}
      />
      {typed && !partners.some((one) => one.name === typed) ? (
        <Button kind="text" onClick={() => setNaming(typed)}>
          {say('event.partner-new', { name: typed })}
        </Button>
      ) : null}
      {naming ? (
        <NewPartner
          name={naming}
          onMade={(party) => {
            onChoose(party);
            setNaming('');
            setText('');
            void client.invalidateQueries({ queryKey: [me.id, 'partners', station.id] });
          }}
        />
      ) : null}
    </div>
  );
}

const OF_PARTNERS = SECTORS.filter((sector) => sector !== 'resident' && sector !== 'social-work');

function NewPartner({ name, onMade }: { name: string; onMade: (party: Party) => void }) {
  const { say } = useWords();
  const station = useStation();
  const [wrong, setWrong] = useState<string>();
  async function make(sector: Sector): Promise<void> {
    const kind = sector === 'resident-group' ? 'group' : 'organisation';
    const id = newId();
    try {
      await api.ledger.addPartner({ station: station.id, id, name, kind, sector }, once());
      onMade({ partyKind: kind, party: id, name });
    } catch (error) {
      setWrong(failureOf(error).sentence);
    }
  }
  return (
    <>
      <p>{say('event.partner-kind', { name })}</p>
      <div className="line">
        {OF_PARTNERS.map((sector) => (
          <Button key={sector} onClick={() => void make(sector)}>
            {say(`sector.${sector}`)}
          </Button>
        ))}
      </div>
      <ErrorLine sentence={wrong} />
    </>
  );
}
