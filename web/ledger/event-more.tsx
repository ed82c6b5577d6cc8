import { FIELDS, PHASES, SECTORS } from '../../src/ledger/codes.ts';
import type { Sector } from '../../src/ledger/terms.ts';
import { api } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useKept } from '../offline/kept.ts';
import { useStation } from '../shell/session.tsx';
import { Chips } from '../ui/chips.tsx';
import { sayNearDay, today } from '../ui/dates.ts';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { TimeField } from '../ui/time-field.tsx';
import { useColleagues } from '../visits/inferred.tsx';
import type { EventDraft } from './event-draft.ts';
import type { PartProps } from './event-parts.tsx';

/** One line that says what is written without being asked. */
export function InferredLine({ event, open, onOpen }: { event: EventDraft; open: boolean; onOpen: () => void }) {
  const { say, language } = useWords();
  const worker = say(event.workerPresent ? 'event.inferred-worker-yes' : 'event.inferred-worker-no');
  return (
    <div className="inferred">
      <p>{say('event.inferred', { day: sayNearDay(event.day, language), time: event.time, worker })}</p>
      <button type="button" className="button text" aria-expanded={open} aria-controls="event-more" onClick={onOpen}>
        {say(open ? 'fold' : 'change')}
      </button>
    </div>
  );
}

/** When, who else, which project, who first proposed it, who asked for it, what it counts as. */
export function MorePart(props: PartProps) {
  const { event, change, wrong } = props;
  const { say } = useWords();
  return (
    <section className="stack" id="event-more" aria-label={say('event.more')}>
      <div className="pair">
        <DayField
          id="event-when"
          label={say('event.more-day')}
          value={event.day}
          to={today()}
          onDay={(day) => change({ day })}
          wrong={wrong('event-when')}
        />
        <TimeField label={say('event.more-time')} value={event.time} onTime={(time) => change({ time })} />
      </div>
      <WhoPart {...props} />
      <WhosePart {...props} />
      <div className="pair">
        <SelectField
          label={say('event.more-field')}
          value={event.field}
          onText={(field) => change({ field: field as EventDraft['field'] })}
        >
          <option value="">{say('service.inferred')}</option>
          {FIELDS.map((field) => (
            <option key={field} value={field}>
              {say(`service.${field}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={say('event.more-phase')}
          value={event.phase}
          onText={(phase) => change({ phase: phase as EventDraft['phase'] })}
        >
          <option value="">{say('phase.inferred')}</option>
          {PHASES.map((phase) => (
            <option key={phase} value={phase}>
              {say(`phase.${phase}`)}
            </option>
          ))}
        </SelectField>
      </div>
    </section>
  );
}

function WhoPart({ event, change }: PartProps) {
  const { say } = useWords();
  const colleagues = useColleagues();
  return (
    <>
      <Chips
        label={say('event.more-worker')}
        chips={[
          { value: 'yes', words: say('event.more-worker-yes') },
          { value: 'no', words: say('event.more-worker-no') },
        ]}
        chosen={[event.workerPresent ? 'yes' : 'no']}
        onChange={([chosen]) => change({ workerPresent: chosen === 'yes' })}
      />
      {colleagues.length > 0 && event.workerPresent ? (
        <Chips
          label={say('event.more-workers')}
          hint={say('visit.several')}
          several
          chips={colleagues}
          chosen={event.workers}
          onChange={(workers) => change({ workers })}
        />
      ) : null}
    </>
  );
}

function WhosePart({ event, change }: PartProps) {
  const { say } = useWords();
  const station = useStation();
  const projects =
    useKept(['projects', station.id], () => api.projects.list({ station: station.id, limit: 100 })).value?.items ?? [];
  const sectors = SECTORS.map((sector) => (
    <option key={sector} value={sector}>
      {say(`sector.${sector}`)}
    </option>
  ));
  return (
    <>
      <SelectField label={say('event.more-project')} value={event.project} onText={(project) => change({ project })}>
        <option value="">{say('event.more-no-project')}</option>
        {projects.map((project) => (
          <option key={project.id} value={project.id}>
            {project.name}
          </option>
        ))}
      </SelectField>
      <div className="pair">
        <SelectField
          label={say('event.more-initiator')}
          value={event.initiator}
          onText={(initiator) => change({ initiator: initiator as Sector })}
        >
          {sectors}
        </SelectField>
        <SelectField
          label={say('event.more-convenor')}
          value={event.convenor}
          onText={(convenor) => change({ convenor: convenor as Sector })}
        >
          {sectors}
        </SelectField>
      </div>
      <SelectField
        label={say('event.more-asked')}
        value={event.askedBy}
        onText={(askedBy) => change({ askedBy: askedBy as EventDraft['askedBy'] })}
      >
        <option value="">{say('event.more-asked-none')}</option>
        {sectors}
      </SelectField>
      {event.askedBy ? (
        <TextField
          label={say('event.more-asked-name')}
          value={event.askedByName}
          maxLength={60}
          onText={(askedByName) => change({ askedByName })}
        />
      ) : null}
    </>
  );
}
