import type { GatheringLine } from '../../src/ledger/event-schema.ts';
import { newId } from '../../src/platform/ids.ts';
import { api } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useKept } from '../offline/kept.ts';
import { PersonPicker } from '../people/person-picker.tsx';
import { useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { today } from '../ui/dates.ts';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextAreaField, TextField } from '../ui/field.tsx';
import type { EventDraft } from './event-draft.ts';
import { AddToList, ListCount, SignInList } from './sign-in-list.tsx';

export interface PartProps {
  event: EventDraft;
  change: (part: Partial<EventDraft>) => void;
  wrong: (field: string) => string | undefined;
}

/** What it is called; or which group comes together again. */
export function TitlePart({ event, change, wrong, series }: PartProps & { series: boolean }) {
  const { say } = useWords();
  const station = useStation();
  const asked = useKept(['gatherings', station.id], () => api.ledger.gatherings({ station: station.id, limit: 50 }));
  const known = (asked.value?.items ?? []).filter((one) => one.kind === event.kind);
  const again = known.some((one) => one.id === event.gathering?.id);
  return (
    <>
      {series && known.length > 0 ? <AgainField event={event} change={change} known={known} /> : null}
      {again ? null : (
        <TextField
          id="event-title"
          label={say('event.title')}
          value={event.title}
          placeholder={say(event.kind === 'meeting' ? 'event.title-example-meeting' : 'event.title-example-other')}
          maxLength={60}
          autoComplete="off"
          onText={(title) =>
            change({ title, gathering: event.gathering && { ...event.gathering, name: title.trim() } })
          }
          wrong={wrong('event-title')}
        />
      )}
      {series && !again ? (
        <Chips
          label={say('event.series')}
          chips={[
            { value: 'no', words: say('event.series-no') },
            { value: 'yes', words: say('event.series-yes') },
          ]}
          chosen={[event.gathering ? 'yes' : 'no']}
          onChange={([chosen]) =>
            change({ gathering: chosen === 'yes' ? { id: newId(), name: event.title.trim() } : null })
          }
        />
      ) : null}
    </>
  );
}

function AgainField({ event, change, known }: Omit<PartProps, 'wrong'> & { known: GatheringLine[] }) {
  const { say } = useWords();
  const station = useStation();
  async function choose(id: string): Promise<void> {
    const gathering = known.find((one) => one.id === id);
    if (!gathering) {
      change({ gathering: null });
      return;
    }
    change({ gathering: { id, name: gathering.name }, title: '' });
    const roster = await api.ledger.roster({ station: station.id, gathering: id }).catch(() => null);
    if (roster && event.list.length === 0)
      change({ list: roster.people.map((one) => ({ ...one, beside: '', present: true })) });
  }
  const chosen = known.some((one) => one.id === event.gathering?.id) ? event.gathering?.id : '';
  return (
    <SelectField label={say('event.again')} value={chosen} onText={(id) => void choose(id)}>
      <option value="">{say('event.again-none')}</option>
      {known.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
    </SelectField>
  );
}

/** Whom a talk was with. */
export function PersonPart({ event, change, wrong }: PartProps) {
  const { say } = useWords();
  return (
    <div className="field" id="event-person" tabIndex={-1}>
      <span className="field-label">{say('event.person')}</span>
      {event.person ? (
        <p className="line">
          <strong>{event.person.name}</strong>
          <Button kind="text" onClick={() => change({ person: null })}>
            {say('change')}
          </Button>
        </p>
      ) : (
        <PersonPicker
          label={say('event.person')}
          open={false}
          onChoose={(person) => change({ person: { id: person.id, name: person.name } })}
        />
      )}
      {wrong('event-person') ? <p className="field-wrong">{wrong('event-person')}</p> : null}
    </div>
  );
}

/** How long and where. */
export function TimePart({ event, change, wrong }: PartProps) {
  const { say } = useWords();
  return (
    <div className="pair">
      <TextField
        id="event-minutes"
        label={say('event.minutes')}
        value={event.minutes}
        inputMode="numeric"
        maxLength={4}
        autoComplete="off"
        onText={(minutes) => change({ minutes })}
        wrong={wrong('event-minutes')}
      />
      <TextField
        label={say('event.place')}
        value={event.place}
        maxLength={60}
        autoComplete="off"
        onText={(place) => change({ place })}
      />
    </div>
  );
}

export function NotePart({ event, change }: PartProps) {
  const { say } = useWords();
  return (
    <TextAreaField label={say('event.note')} value={event.note} maxLength={2000} onText={(note) => change({ note })} />
  );
}

/** The sign-in list inside the form. */
export function ListPart({ event, change }: PartProps) {
  const { say } = useWords();
  const set = { list: event.list, onList: (list: EventDraft['list']) => change({ list }) };
  return (
    <section className="stack" aria-label={say('event.list')}>
      <h2 className="chips-question">
        <span className="field-label">{say('event.list')}</span>
        <span className="chips-hint">{event.list.length > 0 ? say('event.list-hint') : ''}</span>
      </h2>
      {event.list.length > 0 ? (
        <ListCount kind={event.kind} list={event.list} unnamed={Number(event.unnamed) || 0} />
      ) : null}
      <SignInList {...set} />
      <AddToList {...set} day={event.day} />
      <TextField
        label={say('event.unnamed')}
        value={event.unnamed}
        inputMode="numeric"
        maxLength={5}
        autoComplete="off"
        onText={(unnamed) => change({ unnamed })}
      />
    </section>
  );
}

/** Money spent, each with its line of the budget. */
export function SpentPart({ event, change, wrong }: PartProps) {
  const { say } = useWords();
  type Spent = EventDraft['spent'][number];
  const put = (key: string, part: Partial<Spent>) =>
    change({ spent: event.spent.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  return (
    <section className="stack" id="event-spent" tabIndex={-1} aria-label={say('event.spent')}>
      {event.spent.length > 0 ? <h2 className="field-label">{say('event.spent')}</h2> : null}
      {event.spent.map((one) => (
        <div className="given-what" key={one.key}>
          <TextField
            label={say('event.spent-amount')}
            value={one.amount}
            inputMode="decimal"
            autoComplete="off"
            onText={(amount) => put(one.key, { amount })}
          />
          <TextField
            label={say('event.spent-what')}
            value={one.what}
            maxLength={80}
            onText={(what) => put(one.key, { what })}
          />
          <TextField
            label={say('event.spent-line')}
            value={one.budgetLine}
            placeholder={say('event.spent-line-example')}
            maxLength={40}
            onText={(budgetLine) => put(one.key, { budgetLine })}
          />
          <Button
            kind="text"
            aria-label={say('event.spent-remove')}
            onClick={() => change({ spent: event.spent.filter((other) => other.key !== one.key) })}
          >
            ✕
          </Button>
        </div>
      ))}
      {wrong('event-spent') ? <p className="field-wrong">{wrong('event-spent')}</p> : null}
      <p>
        <Button
          kind="text"
          onClick={() => change({ spent: [...event.spent, { key: newId(), amount: '', budgetLine: '', what: '' }] })}
        >
          {say('event.spent-add')}
        </Button>
      </p>
    </section>
  );
}

/** What is left to do, and by when. */
export function NextPart({ event, change, wrong }: PartProps) {
  const { say } = useWords();
  return (
    <div className="pair pair-long">
      <TextField
        id="event-next"
        label={say('event.next-what')}
        value={event.nextWhat}
        maxLength={200}
        autoComplete="off"
        onText={(nextWhat) => change(nextWhat ? { nextWhat } : { nextWhat, nextOn: '' })}
        wrong={wrong('event-next')}
      />
      {event.nextWhat || event.nextOn ? (
        <DayField
          id="event-next-on"
          label={say('event.next-on')}
          value={event.nextOn}
          from={today()}
          onDay={(nextOn) => change({ nextOn })}
          wrong={wrong('event-next-on')}
        />
      ) : null}
    </div>
  );
}
