import { useQuery } from '@tanstack/react-query';
import type { Lens } from '../../src/lenses/schema.ts';
import { api } from '../api/client.ts';
import { useKept } from '../offline/kept.ts';
import { ALL_GROUPS } from '../people/group-order.ts';
import type { Language } from '../i18n/fill.ts';
import { useWords } from '../i18n/words.ts';
import { useSession, useSessionDoor, useStation } from '../shell/session.tsx';
import { today } from '../ui/dates.ts';
import { SelectField } from '../ui/field.tsx';
import { type Choice, type NamedWindow, windowsUntil } from './choices.ts';
import type { Asked } from './use-lens.ts';
import type { LensSay } from './say.ts';
import { useLensWords } from './words.ts';

interface ChooserProps {
  asked: Asked;
  lens: Lens['lens'];
  onChoose: (choice: Choice) => void;
}

/** Where and when: the choices stand in the page's address. */
export function Chooser(props: ChooserProps) {
  return (
    <div className="chooser">
      <Where {...props} />
      <When {...props} />
      {props.lens === 'value' ? <OutOfWhom {...props} /> : null}
    </div>
  );
}

function Where({ asked, onChoose }: ChooserProps) {
  const { say } = useLensWords();
  const { may } = useSession();
  const { chooseStation } = useSessionDoor();
  const of = asked.scope === 'station' ? asked.station : (asked.village ?? asked.project ?? '');
  const choose = (chosen: string) => {
    const [scope, one = ''] = chosen.split(' ');
    if (scope === 'station') chooseStation(one);
    const place = scope === 'village' ? { village: one } : scope === 'project' ? { project: one } : {};
    onChoose({ scope: scope as Asked['scope'], ...place });
  };
  return (
    <SelectField label={say('choose.where')} value={`${asked.scope} ${of}`} onText={choose}>
      <Wholes />
      {may('records.read') ? <Parts /> : null}
    </SelectField>
  );
}

/** A station or all of them; first what the reader oversees. */
function Wholes() {
  const { say } = useLensWords();
  const { me } = useSession();
  const station = useStation();
  const { scope: first } = station.overview;
  const wholes = (['town', 'county'] as const).map((scope) => (
    <option key={scope} value={`${scope} `}>
      {say(`choose.${scope}`)}
    </option>
  ));
  const several = me.stations.length > 1;
  return (
    <>
      {wholes.filter(({ key }) => key === first)}
      {me.stations.map(({ id, name }) => (
        <option key={id} value={`station ${id}`}>
          {several ? name : say('choose.station')}
        </option>
      ))}
      {wholes.filter(({ key }) => key !== first)}
    </>
  );
}

/** The station's projects and villages: for whoever opens its records, everybody else sees whole stations. */
function Parts() {
  const { say } = useLensWords();
  const { me } = useSession();
  const station = useStation();
  const villages = useKept(['villages', station.id], () => api.places.villages({ station: station.id }));
  const projects = useQuery({
    queryKey: [me.id, 'projects', station.id, 'first'],
    queryFn: () => api.projects.list({ station: station.id, limit: 100 }),
  });
  return (
    <>
      {(projects.data?.items ?? []).map(({ id, name }) => (
        <option key={id} value={`project ${id}`}>
          {say('choose.project', { name })}
        </option>
      ))}
      {(villages.value?.items ?? []).map(({ code, name }) => (
        <option key={code} value={`village ${code}`}>
          {say('choose.village', { name })}
        </option>
      ))}
    </>
  );
}

/** A day with its year: 2025年7月1日, 1 Jul 2025. */
export function sayFullDay(day: string, language: Language): string {
  const [year, month, date] = day.split('-').map(Number);
  return language === 'zh' ? `${year}年${month}月${date}日` : `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A window's name as it is chosen. */
export function windowWords(window: NamedWindow, say: LensSay): string {
  switch (window.name) {
    case 'quarter':
      return say('choose.quarter', { year: window.year, quarter: window.quarter });
    case 'first-half':
    case 'second-half':
    case 'year':
      return say(`choose.${window.name}`, { year: window.year });
    default:
      return say(`choose.${window.name}`);
  }
}

function When({ asked, onChoose }: ChooserProps) {
  const { say, language } = useLensWords();
  const { may } = useSession();
  const windows = windowsUntil(today(), !may('records.read'));
  const known = windows.some(({ from, to }) => from === asked.from && to === asked.to);
  return (
    <SelectField
      label={say('choose.when')}
      value={`${asked.from} ${asked.to}`}
      onText={(chosen) => {
        const [from = '', to = ''] = chosen.split(' ');
        onChoose({ from, to });
      }}
    >
      {known ? null : (
        <option value={`${asked.from} ${asked.to}`}>
          {say('choose.days', { from: sayFullDay(asked.from, language), to: sayFullDay(asked.to, language) })}
        </option>
      )}
      {windows.map((window) => (
        <option key={`${window.from} ${window.to}`} value={`${window.from} ${window.to}`}>
          {windowWords(window, say)}
        </option>
      ))}
    </SelectField>
  );
}

/** The people whose number is the denominator of coverage. */
function OutOfWhom({ asked, onChoose }: ChooserProps) {
  const { say } = useLensWords();
  const { say: sayGroup } = useWords();
  return (
    <SelectField label={say('choose.group')} value={asked.group ?? ''} onText={(group) => onChoose({ group })}>
      <option value="">{say('choose.group-auto')}</option>
      <option value="everyone">{sayGroup('populations.everyone')}</option>
      {ALL_GROUPS.map((group) => (
        <option key={group} value={group}>
          {sayGroup(`group.${group}`)}
        </option>
      ))}
    </SelectField>
  );
}
