import { useQueryClient } from '@tanstack/react-query';
import { useWords } from '../i18n/words.ts';
import { useSession, useSessionDoor } from './session.tsx';

/** Where one works: a name, or a choice for whoever has several stations. */
export function StationSwitch() {
  const { say } = useWords();
  const { me, station } = useSession();
  const { chooseStation } = useSessionDoor();
  const client = useQueryClient();
  if (!station) return null;
  if (me.stations.length === 1) {
    return (
      <p className="station-name">
        {station.countyName}
        <br />
        {station.name}
      </p>
    );
  }
  return (
    <select
      className="input station-choice"
      aria-label={say('shell.which-station')}
      value={station.id}
      onChange={(event) => {
        chooseStation(event.target.value);
        void client.invalidateQueries();
      }}
    >
      {me.stations.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
    </select>
  );
}
