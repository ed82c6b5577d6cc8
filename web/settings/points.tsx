import { type FormEvent, useState } from 'react';
import type { Station } from '../../src/places/schema.ts';
import { newId } from '../../src/platform/ids.ts';
import { api, once } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useKept } from '../offline/kept.ts';
import { shortVillage } from '../people/person-words.ts';
import { useVillages } from '../people/use-person.ts';
import { useSession } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { Row, RowList } from '../ui/rows.tsx';
import { useChange } from '../ui/use-action.ts';

/** 社工点: where the station is present in its villages. */
export function Points({ station }: { station: Station }) {
  const { say } = useWords();
  const { may } = useSession();
  const asked = useKept(['points', station.id], () => api.places.points({ station: station.id }));
  const [opening, setOpening] = useState(false);
  const points = asked.value?.items ?? [];
  const manages = may('station.manage');
  if (points.length === 0 && !manages) return null;
  return (
    <>
      <RowList label={say('points.title')}>
        {points.map((point) => (
          <Row
            key={point.id}
            name={point.name}
            beside={<span>{shortVillage(point.areaName)}</span>}
            reason={point.address ? <span>{point.address}</span> : undefined}
          />
        ))}
        {points.length === 0 ? <Row name={<span className="quiet">{say('points.none')}</span>} /> : null}
      </RowList>
      {manages ? (
        <div className="inset">
          {opening ? null : <Button onClick={() => setOpening(true)}>{say('points.open')}</Button>}
        </div>
      ) : null}
      {opening ? <PointForm station={station} onClose={() => setOpening(false)} /> : null}
    </>
  );
}

function PointForm({ station, onClose }: { station: Station; onClose: () => void }) {
  const { say } = useWords();
  const villages = useVillages();
  const action = useChange();
  const [area, setArea] = useState('');
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const [tried, setTried] = useState(false);

  function choose(code: string): void {
    const village = villages.find((one) => one.code === code);
    setArea(code);
    if (village && (name === '' || name.endsWith(say('points.name-end'))))
      setName(shortVillage(village.name) + say('points.name-end'));
  }
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (area === '' || name.trim().length < 2) return;
    const input = { station: station.id, id: newId(), area, name: name.trim(), address: address.trim() };
    if (await action.run(() => api.places.openPoint(input, once()))) onClose();
  }
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      <p className="note">{say('points.what')}</p>
      <ErrorLine sentence={action.failure?.sentence} />
      <SelectField
        label={say('points.village')}
        value={area}
        onText={choose}
        wrong={tried && area === '' ? say('points.wrong-village') : undefined}
      >
        <option value="">{say('invite.village-which')}</option>
        {villages.map((village) => (
          <option key={village.code} value={village.code}>
            {shortVillage(village.name)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={say('points.name')}
        value={name}
        onText={setName}
        wrong={tried && name.trim().length < 2 ? say('set-up.wrong-station') : undefined}
        maxLength={60}
        autoComplete="off"
      />
      <TextField
        label={say('station.address')}
        value={address}
        onText={setAddress}
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
