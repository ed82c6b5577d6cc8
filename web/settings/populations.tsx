import { type FormEvent, useState } from 'react';
import type { Population, Station } from '../../src/places/schema.ts';
import { api, once } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useKept } from '../offline/kept.ts';
import { ALL_GROUPS } from '../people/group-order.ts';
import { shortVillage } from '../people/person-words.ts';
import { useVillages } from '../people/use-person.ts';
import { useSession } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { sayDay, today } from '../ui/dates.ts';
import { DayField } from '../ui/day-field.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { Row, RowList } from '../ui/rows.tsx';
import { useChange } from '../ui/use-action.ts';

const EVERYONE = 'everyone';

/** A population group in words; the codes are those of people's groups, and everyone. */
function useGroupWords() {
  const { say } = useWords();
  return (code: string): string => {
    const group = ALL_GROUPS.find((one) => one === code);
    return group ? say(`group.${group}`) : code === EVERYONE ? say('populations.everyone') : code;
  };
}

/** How many people of a group live where: what coverage is later measured against. */
export function Populations({ station }: { station: Station }) {
  const { say, language } = useWords();
  const { may } = useSession();
  const groupWords = useGroupWords();
  const asked = useKept(['populations', station.id], () => api.places.populations({ station: station.id }));
  const [recording, setRecording] = useState(false);
  const items = asked.value?.items ?? [];
  const manages = may('station.manage');
  if (items.length === 0 && !manages) return null;
  return (
    <>
      <RowList label={say('populations.title')}>
        {items.map((one) => (
          <Row
            key={`${one.area} ${one.group} ${one.asOf}`}
            name={say('unit.people', { count: one.count })}
            beside={
              <>
                <span>{shortVillage(one.areaName)}</span>
                <span>{groupWords(one.group)}</span>
              </>
            }
            reason={<span>{say('populations.source', { source: one.source, day: sayDay(one.asOf, language) })}</span>}
          />
        ))}
        {items.length === 0 ? (
          <Row
            name={<span className="quiet">{say('populations.none')}</span>}
            reason={<span>{say('populations.none-todo')}</span>}
          />
        ) : null}
      </RowList>
      {manages ? (
        <div className="inset">
          {recording ? null : <Button onClick={() => setRecording(true)}>{say('populations.record')}</Button>}
        </div>
      ) : null}
      {recording ? <PopulationForm station={station} known={items} onClose={() => setRecording(false)} /> : null}
    </>
  );
}

function PopulationForm({ station, known, onClose }: { station: Station; known: Population[]; onClose: () => void }) {
  const { say } = useWords();
  const villages = useVillages();
  const groupWords = useGroupWords();
  const action = useChange();
  const [typing, setTyping] = useState({ area: station.area, group: EVERYONE, asOf: today(), count: '', source: '' });
  const [tried, setTried] = useState(false);
  const count = /^[0-9]{1,9}$/.test(typing.count.trim()) ? Number(typing.count) : undefined;
  const change = (part: Partial<typeof typing>) => setTyping({ ...typing, ...part });
  const { area, group, asOf } = typing;
  const before = known.find((one) => one.area === area && one.group === group && one.asOf === asOf);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (count === undefined || typing.source.trim() === '') return;
    const input = {
      station: station.id,
      area,
      group,
      asOf,
      count,
      source: typing.source.trim(),
      ...(before ? { version: before.version } : {}),
    };
    if (await action.run(() => api.places.recordPopulation(input, once()))) onClose();
  }
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorLine sentence={action.failure?.sentence} />
      <SelectField label={say('populations.where')} value={typing.area} onText={(area) => change({ area })}>
        <option value={station.area}>{station.areaName}</option>
        {villages.map((village) => (
          <option key={village.code} value={village.code}>
            {shortVillage(village.name)}
          </option>
        ))}
      </SelectField>
      <SelectField label={say('populations.group')} value={typing.group} onText={(group) => change({ group })}>
        {[EVERYONE, ...ALL_GROUPS].map((group) => (
          <option key={group} value={group}>
            {groupWords(group)}
          </option>
        ))}
      </SelectField>
      <div className="pair">
        <TextField
          label={say('populations.count')}
          hint={before && !action.busy ? say('populations.known', { count: before.count }) : undefined}
          value={typing.count}
          onText={(text) => change({ count: text })}
          wrong={tried && count === undefined ? say('populations.wrong-count') : undefined}
          inputMode="numeric"
          maxLength={9}
          autoComplete="off"
        />
        <DayField
          label={say('populations.as-of')}
          value={typing.asOf}
          onDay={(asOf) => change({ asOf: asOf || typing.asOf })}
          to={today()}
        />
      </div>
      <TextField
        label={say('populations.source-label')}
        placeholder={say('populations.source-example')}
        value={typing.source}
        onText={(source) => change({ source })}
        wrong={tried && typing.source.trim() === '' ? say('populations.wrong-source') : undefined}
        maxLength={120}
        autoComplete="off"
      />
      <div className="line">
        <Button kind="filled" type="submit" busy={action.busy}>
          {say('save')}
        </Button>
        <Button kind="text" onClick={onClose}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}
