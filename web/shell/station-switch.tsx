import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useWords } from '../i18n/words.ts';
import { overseenBy, useSession, useSessionDoor } from './session.tsx';

/** Pages that are about all stations for whoever oversees a town or a county; every other page is about one. */
const ABOUT_ALL = /^\/$|^\/reports|^\/lenses/;
/** Where a phone has no need to be told the station: pages about all, and the one that has the choice on it. */
const WITHOUT_PHONE_SWITCH = /^\/$|^\/(reports|lenses|settings$|settings\/(account|program)|outbox)/;

/** On a phone, which has no rail: whose page this is, for whoever only looks at several stations. */
export function PhoneStationSwitch() {
  const { me, may } = useSession();
  const { pathname } = useLocation();
  if (me.stations.length < 2 || may('records.read') || WITHOUT_PHONE_SWITCH.test(pathname)) return null;
  return (
    <div className="phone-only station-of">
      <div className="inset">
        <StationSwitch />
      </div>
    </div>
  );
}

/** Where one works: a name, or a choice for whoever has several stations. */
export function StationSwitch() {
  const { say } = useWords();
  const { me, station } = useSession();
  const { chooseStation } = useSessionDoor();
  const client = useQueryClient();
  const { pathname } = useLocation();
  if (!station) return null;
  const overseen = ABOUT_ALL.test(pathname) ? overseenBy(me) : undefined;
  if (overseen) return <p className="station-name">{overseen.name}</p>;
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
