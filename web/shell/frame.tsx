import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useRef } from 'react';
import { useWords, type Word } from '../i18n/words.ts';
import { Ear, Grain } from '../ui/grain.tsx';
import { OutboxLine } from '../ui/outbox-line.tsx';
import { Redirect } from '../ui/redirect.tsx';
import { AwayPage } from './away-page.tsx';
import { NotYours, neededFor } from './not-yours.tsx';
import { mayDo, useSession, useSessionDoor } from './session.tsx';
import { PhoneStationSwitch, StationSwitch } from './station-switch.tsx';
import { useUpdate } from './updates.ts';
import './frame.css';

/** The staff's frame: words-only rail on a desk, bar at the bottom of a phone. Behind the sign-in. */
export function Frame() {
  const { session } = useSessionDoor();
  // The place that was asked for, not the one it leads to meanwhile.
  const wanted = useRef(useLocation().pathname);
  if (session.state === 'loading') return null;
  if (session.state === 'away') return <AwayPage />;
  if (session.state === 'out') {
    const { state, demo } = session.installation;
    if (state === 'fresh') return <Redirect to="/start" />;
    return <Redirect to={demo ? '/demo' : '/sign-in'} from={wanted.current} />;
  }
  return <SignedInFrame />;
}

interface Place {
  to: '/' | '/people' | '/record' | '/activities' | '/projects' | '/reports' | '/lenses' | '/import' | '/settings';
  word: Word;
  /** On the rail of a desk only: the bar of a phone has room for five. */
  desk?: boolean;
}

/** The pages somebody may open, in the order of a day's work. */
function usePlaces(): Place[] {
  const { me, station } = useSession();
  const reads = mayDo(me, station, 'records.read');
  const places: Place[] = [{ to: '/', word: reads ? 'nav.today' : 'nav.stations' }];
  if (reads) places.push({ to: '/people', word: 'nav.people' });
  if (mayDo(me, station, 'records.write')) places.push({ to: '/record', word: 'nav.record' });
  if (mayDo(me, station, 'station.see')) places.push({ to: '/activities', word: 'nav.activities' });
  if (mayDo(me, station, 'station.see')) places.push({ to: '/projects', word: 'nav.projects', desk: true });
  // Reports and figures are the work of whoever sees no records: on the bar of a phone too.
  if (mayDo(me, station, 'station.see')) places.push({ to: '/reports', word: 'nav.reports', desk: reads });
  if (mayDo(me, station, 'station.see')) places.push({ to: '/lenses', word: 'nav.lenses', desk: reads });
  if (mayDo(me, station, 'records.write')) places.push({ to: '/import', word: 'nav.import', desk: true });
  places.push({ to: '/settings', word: 'nav.settings' });
  return places;
}

/** What somebody without a station may open: whoever only keeps the system. */
const STATIONLESS = ['/', '/outbox', '/settings', '/settings/account', '/settings/program'];

/** Pages that are one task have their own button at the bottom; the bar would be in its way. */
const TASK = /\/(visit|edit|new|sign-in|event|household|consent)$|\/edit\/|^\/record\/./;

function SignedInFrame() {
  const { say } = useWords();
  const { station, may } = useSession();
  const places = usePlaces();
  const { pathname } = useLocation();
  const needed = neededFor(pathname);
  const refused = needed !== undefined && !may(needed);
  const task = TASK.test(pathname) && !refused;
  if (!station && !STATIONLESS.includes(pathname)) return <Redirect to="/" />;
  return (
    <div className={task ? 'frame is-task' : 'frame'}>
      <a className="skip" href="#page">
        {say('shell.skip')}
      </a>
      <Rail places={places} />
      <main id="page" className="page" tabIndex={-1}>
        <Notices demo={station?.demo ?? false} />
        <PhoneStationSwitch />
        {refused ? <NotYours /> : <Outlet />}
      </main>
      {task ? null : (
        <nav className="bar" aria-label={say('nav.label')}>
          {places
            .filter((place) => !place.desk)
            .map((place) => (
              <Link
                key={place.to}
                to={place.to}
                activeOptions={{ exact: place.to === '/' }}
                className={place.to === '/record' ? 'bar-link bar-main' : 'bar-link'}
              >
                <Grain kind="full" size={0.8} />
                {say(place.word)}
              </Link>
            ))}
        </nav>
      )}
    </div>
  );
}

function Rail({ places }: { places: Place[] }) {
  const { say } = useWords();
  const { me, station } = useSession();
  const roles = station ? station.roles : me.roles;
  return (
    <div className="rail">
      <div className="rail-house">
        <Ear />
        {say('shell.house')}
      </div>
      <StationSwitch />
      <nav aria-label={say('nav.label')}>
        {places.map((place) => (
          <Link key={place.to} to={place.to} activeOptions={{ exact: place.to === '/' }} className="rail-link">
            <Grain kind="full" tone="green" size={1.1} />
            {say(place.word)}
          </Link>
        ))}
      </nav>
      <div className="rail-foot">
        <OutboxLine />
        <span>
          <strong>{me.name}</strong> {roles.map((role) => say(`role.${role}`)).join(say('list.comma'))}
        </span>
      </div>
    </div>
  );
}

function Notices({ demo }: { demo: boolean }) {
  const { say } = useWords();
  const update = useUpdate();
  return (
    <>
      {demo ? <p className="band">{say('shell.demo')}</p> : null}
      {update.ready ? (
        <p className="band">
          {say('shell.newer')}
          <button type="button" className="button text" onClick={update.putOn}>
            {say('shell.newer-take')}
          </button>
        </p>
      ) : null}
    </>
  );
}
