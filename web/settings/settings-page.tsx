import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { failureOf } from '../api/failure.ts';
import { switchLanguage, useWords } from '../i18n/words.ts';
import { useOutbox } from '../offline/outbox.ts';
import { useSession, useSessionDoor } from '../shell/session.tsx';
import { StationSwitch } from '../shell/station-switch.tsx';
import { Button } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { setPreferences, usePreferences } from '../ui/preferences.ts';
import './settings.css';

/** 设置: what one may look after, how this device shows things, and the way out. */
export function SettingsPage() {
  const { say } = useWords();
  const { me, station, may } = useSession();
  return (
    <>
      <PageHead
        title={say('settings.title')}
        context={
          <span className="words">
            <span>{me.name}</span>
            <span>{station?.name}</span>
          </span>
        }
      />
      {me.stations.length > 1 ? (
        <div className="phone-only">
          <div className="form">
            <StationSwitch />
          </div>
        </div>
      ) : null}
      <nav className="card settings-list" aria-label={say('settings.title')}>
        <SettingsLink to="/settings/account" name={say('settings.account')} what={say('settings.account-what')} />
        {may('station.see') ? (
          <SettingsLink
            to="/settings/colleagues"
            name={say('settings.colleagues')}
            what={say(may('station.manage') ? 'settings.colleagues-what' : 'settings.colleagues-see')}
          />
        ) : null}
        {may('station.see') ? (
          <SettingsLink to="/settings/station" name={say('settings.station')} what={say('settings.station-what')} />
        ) : null}
        {may('station.see') ? (
          <SettingsLink
            to="/reports"
            name={say('nav.reports')}
            what={say(may('records.read') ? 'report.context' : 'county.what')}
          />
        ) : null}
        {may('station.see') ? <SettingsLink to="/lenses" name={say('nav.lenses')} what={say('lenses.what')} /> : null}
        {may('records.write') ? (
          <SettingsLink to="/import" name={say('nav.import')} what={say('import.title')} />
        ) : null}
        {may('host.keep') || may('station.see') ? (
          <SettingsLink
            to="/settings/program"
            name={say('settings.program')}
            what={say(may('host.keep') ? 'settings.program-what' : 'settings.program-see')}
          />
        ) : null}
      </nav>
      <Showing />
      <WithoutNetwork />
      <SignOut />
    </>
  );
}

interface SettingsLinkProps {
  to:
    | '/import'
    | '/reports'
    | '/lenses'
    | '/settings/account'
    | '/settings/colleagues'
    | '/settings/station'
    | '/settings/program';
  name: string;
  what: string;
}

function SettingsLink({ to, name, what }: SettingsLinkProps) {
  return (
    <Link to={to} className="row settings-link">
      <span className="row-words">
        <strong>{name}</strong>
        <span className="quiet">{what}</span>
      </span>
      <span aria-hidden="true">›</span>
    </Link>
  );
}

function Showing() {
  const { say, language } = useWords();
  const { large, theme } = usePreferences();
  return (
    <section className="form">
      <h2>{say('settings.showing')}</h2>
      <Chips
        label={say('settings.language')}
        chips={[
          { value: 'zh', words: '中文' },
          { value: 'en', words: 'English' },
        ]}
        chosen={[language]}
        onChange={([chosen = 'zh']) => void switchLanguage(chosen as 'zh' | 'en')}
      />
      <Chips
        label={say('settings.large')}
        chips={[
          { value: 'normal', words: say('settings.large-off') },
          { value: 'large', words: say('settings.large-on') },
        ]}
        chosen={[large ? 'large' : 'normal']}
        onChange={([chosen]) => setPreferences({ large: chosen === 'large' })}
      />
      <Chips
        label={say('settings.theme')}
        chips={(['auto', 'light', 'dark'] as const).map((value) => ({ value, words: say(`settings.theme-${value}`) }))}
        chosen={[theme]}
        onChange={([chosen = 'auto']) => setPreferences({ theme: chosen })}
      />
    </section>
  );
}

/** Browsers keep pages only for addresses that begin with https; on others this device cannot open without network. */
function WithoutNetwork() {
  const { say } = useWords();
  const keeps = window.isSecureContext && 'serviceWorker' in navigator;
  return (
    <section className="form">
      <h2>{say('settings.without-network')}</h2>
      <p>{say(keeps ? 'settings.without-network-yes' : 'settings.without-network-no')}</p>
    </section>
  );
}

/** Signing out clears this device; what has not been sent yet stays and is said. */
function SignOut() {
  const { say } = useWords();
  const { leave } = useSessionDoor();
  const { waiting, held } = useOutbox();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const [wrong, setWrong] = useState<string>();
  async function go(): Promise<void> {
    try {
      await leave();
      await navigate({ to: '/' });
    } catch (error) {
      setWrong(failureOf(error).sentence);
    }
  }
  return (
    <div className="form">
      <ErrorLine sentence={wrong} />
      <p>
        <Button onClick={() => (waiting + held > 0 ? setAsking(true) : void go())}>{say('settings.sign-out')}</Button>
      </p>
      {asking ? (
        <Confirm
          question={say('settings.sign-out-unsent', { count: waiting + held })}
          yes={say('settings.sign-out-yes')}
          onYes={() => void go()}
          onNo={() => setAsking(false)}
        />
      ) : null}
    </div>
  );
}
