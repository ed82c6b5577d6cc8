import { useState, type FormEvent } from 'react';
import type { Station } from '../../src/places/schema.ts';
import { ResidentPageLink } from '../activities/resident-page-link.tsx';
import { api, once } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useKept } from '../offline/kept.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { TextField } from '../ui/field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Row, RowList } from '../ui/rows.tsx';
import { fieldSentence, useChange } from '../ui/use-action.ts';
import { Waiting } from '../ui/waiting.tsx';
import { Points } from './points.tsx';
import { Populations } from './populations.tsx';
import './settings.css';

/** The station's own facts: name, phone, address, its village points, and how many people live in its town. */
export function StationPage() {
  const { say } = useWords();
  const { may } = useSession();
  const mine = useStation();
  const asked = useKept(['station', mine.id], () => api.places.station({ station: mine.id }));
  const [editing, setEditing] = useState(false);
  if (!asked.value) return <Waiting failure={asked.failure} />;
  const station = asked.value;
  return (
    <>
      <PageHead
        title={station.name}
        context={
          <span className="words">
            <span>{station.countyName}</span>
            <span>{station.areaName}</span>
            <span>{station.operator}</span>
          </span>
        }
        back={{ to: '/settings', label: say('nav.settings') }}
        actions={
          may('station.manage') && !editing ? (
            <Button onClick={() => setEditing(true)}>{say('station.change')}</Button>
          ) : undefined
        }
      />
      {editing ? <StationForm station={station} onClose={() => setEditing(false)} /> : <Facts station={station} />}
      <ResidentPageLink slug={station.slug} />
      <Points station={station} />
      <Populations station={station} />
    </>
  );
}

function Facts({ station }: { station: Station }) {
  const { say } = useWords();
  const missing = <span className="waiting">{say('station.missing')}</span>;
  return (
    <RowList>
      <Row name={say('station.phone')} reason={station.phone ? <span>{station.phone}</span> : missing} />
      <Row name={say('station.address')} reason={station.address ? <span>{station.address}</span> : missing} />
    </RowList>
  );
}

function StationForm({ station, onClose }: { station: Station; onClose: () => void }) {
  const { say } = useWords();
  const action = useChange();
  const [typing, setTyping] = useState({ name: station.name, phone: station.phone, address: station.address });
  const [version, setVersion] = useState(station.version);
  const theirs = action.failure?.theirs as Station | undefined;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!(await action.run(() => api.places.changeStation({ station: station.id, version, ...typing }, once()))))
      return;
    onClose();
  }
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorLine sentence={action.failure?.sentence} />
      {theirs && theirs.version !== version ? (
        <div className="gold-box stack">
          <p>
            {say('station.theirs', {
              name: theirs.name,
              phone: theirs.phone || say('two.blank'),
              address: theirs.address || say('two.blank'),
            })}
          </p>
          <div className="line">
            <Button onClick={() => setVersion(theirs.version)}>{say('station.keep-mine')}</Button>
            <Button
              onClick={() => [
                setTyping({ name: theirs.name, phone: theirs.phone, address: theirs.address }),
                setVersion(theirs.version),
              ]}
            >
              {say('station.take-theirs')}
            </Button>
          </div>
        </div>
      ) : null}
      <TextField
        label={say('set-up.station')}
        value={typing.name}
        onText={(name) => setTyping({ ...typing, name })}
        wrong={fieldSentence(action.failure, 'name')}
        maxLength={60}
      />
      <TextField
        label={say('station.phone')}
        hint={say('station.phone-hint')}
        value={typing.phone}
        onText={(phone) => setTyping({ ...typing, phone })}
        wrong={fieldSentence(action.failure, 'phone')}
        maxLength={30}
        inputMode="tel"
      />
      <TextField
        label={say('station.address')}
        value={typing.address}
        onText={(address) => setTyping({ ...typing, address })}
        wrong={fieldSentence(action.failure, 'address')}
        maxLength={120}
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
