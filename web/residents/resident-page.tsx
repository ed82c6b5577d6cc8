import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { PublicStation } from '../../src/activities/schema.ts';
import { telOf } from '../../src/platform/phone.ts';
import { fill, type Language } from '../i18n/fill.ts';
import { dayOf } from '../ui/dates.ts';
import { Ear, Grain } from '../ui/grain.tsx';
import { setPreferences, usePreferences } from '../ui/preferences.ts';
import { Answers } from './answers.tsx';
import { useComing } from './coming.tsx';
import { Done } from './done.tsx';
import { Propose, type Proposed } from './propose.tsx';
import { sayBigDay, sayHour } from './when.ts';
import { Works } from './works.tsx';
import { residentWords, type Say } from './words.ts';

type Asked = PublicStation | 'asking' | 'missing' | 'away';

/** What came with the page itself. */
function given(slug: string): PublicStation | undefined {
  const told = document.getElementById('station')?.textContent;
  return told && slug === slugHere() ? (JSON.parse(told) as PublicStation) : undefined;
}

/** The station in the address. */
export const slugHere = (): string => decodeURIComponent(location.pathname.split('/')[2] ?? '');

function usePublicStation(slug: string): [Asked, () => void] {
  const [asked, setAsked] = useState<Asked>(() => given(slug) ?? 'asking');
  const ask = useCallback(() => {
    setAsked('asking');
    void fetchStation(slug).then(setAsked);
  }, [slug]);
  useEffect(() => {
    if (!given(slug)) ask();
  }, [ask, slug]);
  return [asked, ask];
}

async function fetchStation(slug: string): Promise<Asked> {
  try {
    const answer = await fetch(`/api/public/stations/${encodeURIComponent(slug)}`);
    if (answer.status === 404 || answer.status === 400) return 'missing';
    return answer.ok ? ((await answer.json()) as PublicStation) : 'away';
  } catch {
    return 'away';
  }
}

const PROPOSE = '#propose';

function useHash(): string {
  return useSyncExternalStore(
    (changed) => {
      addEventListener('hashchange', changed);
      return () => removeEventListener('hashchange', changed);
    },
    () => location.hash,
  );
}

/** What was typed and what was answered is not for the next one who holds the phone: leaving the page begins anew. */
function useVisit(proposing: boolean) {
  const [visit, setVisit] = useState(0);
  const [proposed, setProposed] = useState<Proposed>();
  const begin = useCallback(() => {
    setVisit((count) => count + 1);
    setProposed(undefined);
  }, []);
  useEffect(() => {
    addEventListener('pagehide', begin);
    return () => removeEventListener('pagehide', begin);
  }, [begin]);
  useEffect(() => {
    if (proposing) scrollTo(0, 0);
    else setProposed(undefined);
  }, [proposing]);
  return { visit, begin, proposed, setProposed };
}

/** What residents see without an account: what is on, where the station is, how to call it. */
export function ResidentPage({ slug }: { slug: string }) {
  const { language, large } = usePreferences();
  const [asked, askAgain] = usePublicStation(slug);
  const say: Say = (word, params) => fill(residentWords[language][word], params);
  const station = typeof asked === 'string' ? undefined : asked;
  const proposing = useHash() === PROPOSE && station !== undefined;
  const { visit, begin, proposed, setProposed } = useVisit(proposing);
  const title = proposing ? say(proposed ? 'propose-thanks' : 'propose-title') : titleOf(asked, say);
  useEffect(() => {
    document.title = station ? `${station.name} · ${title}` : title;
  }, [station, title]);
  return (
    <div className="resident-page">
      <header className="resident-head">
        <div className="resident-top">
          <span className="resident-name">
            <Ear />
            {station?.name}
          </span>
          <span className="resident-tools">
            <button type="button" className="resident-link" onClick={() => setPreferences({ large: !large })}>
              {say(large ? 'smaller' : 'larger')}
            </button>
            <button
              type="button"
              className="resident-link"
              lang={language === 'zh' ? 'en' : 'zh-CN'}
              onClick={() => setPreferences({ language: language === 'zh' ? 'en' : 'zh' })}
            >
              {language === 'zh' ? 'English' : '中文'}
            </button>
          </span>
        </div>
        <h1>{title}</h1>
        {station?.demo ? <p className="waiting">{say('demo')}</p> : null}
      </header>
      <main key={visit}>
        {proposing ? (
          <Propose slug={slug} language={language} say={say} proposed={proposed} onProposed={setProposed} />
        ) : station ? (
          <Station slug={slug} station={station} language={language} say={say} onForgotten={begin} />
        ) : (
          <Trouble asked={asked} say={say} onAgain={askAgain} />
        )}
      </main>
      {station && !proposing ? <Foot phone={station.phone} say={say} /> : null}
    </div>
  );
}

function Foot({ phone, say }: { phone: string; say: Say }) {
  return (
    <footer className="resident-foot">
      {phone ? (
        <a className="resident-call is-second" href={telOf(phone)} aria-label={say('call-number', { phone })}>
          {say('call')}
        </a>
      ) : null}
      <a className="resident-call" href={PROPOSE}>
        {say('propose')}
      </a>
    </footer>
  );
}

function titleOf(asked: Asked, say: Say): string {
  if (asked === 'asking') return say('opening');
  if (asked === 'missing' || asked === 'away') return say(asked);
  if (asked.notices.some(({ cancelled }) => !cancelled)) return say('title');
  return say(asked.notices.length > 0 ? 'title-off' : 'title-none');
}

function Trouble({ asked, say, onAgain }: { asked: Asked; say: Say; onAgain: () => void }) {
  if (asked === 'missing') return <p className="resident-band">{say('missing-todo')}</p>;
  if (asked !== 'away') return null;
  return (
    <div className="resident-band">
      <p>{say('away-todo')}</p>
      <button type="button" className="resident-again" onClick={onAgain}>
        {say('again')}
      </button>
    </div>
  );
}

interface StationProps {
  slug: string;
  station: PublicStation;
  language: Language;
  say: Say;
  onForgotten: () => void;
}

function Station({ slug, station, language, say, onForgotten }: StationProps) {
  return (
    <>
      {station.notices.length > 0 ? (
        <ul className="resident-band resident-notices">
          {station.notices.map((notice) => (
            <Notice key={notice.id} slug={slug} notice={notice} language={language} say={say} />
          ))}
        </ul>
      ) : (
        <p className="resident-band">
          <Grain kind="dashed" /> {say(station.phone ? 'none-todo' : 'none-todo-quiet')}
        </p>
      )}
      <Works works={station.works} say={say} />
      <Done slug={slug} done={station.done} language={language} say={say} />
      <Answers slug={slug} language={language} say={say} onForgotten={onForgotten} />
      {station.address || station.phone ? (
        <section>
          <h2 className="resident-label">{say('where')}</h2>
          <div className="resident-band">
            {station.address ? <p>{station.address}</p> : null}
            {station.phone ? <p className="quiet">{station.phone}</p> : null}
          </div>
        </section>
      ) : null}
      {station.head ? <p className="resident-book note">{say('book', station.head)}</p> : null}
    </>
  );
}

interface NoticeProps extends Omit<StationProps, 'station' | 'onForgotten'> {
  notice: PublicStation['notices'][number];
}

function Notice({ slug, notice, language, say }: NoticeProps) {
  const { acts, below } = useComing({ slug, notice, say });
  const { big, unit, small } = sayBigDay(dayOf(notice.startsAt), language);
  return (
    <li className={notice.cancelled ? 'resident-notice is-off' : 'resident-notice'}>
      <div className="resident-day">
        <p>
          <strong className={unit ? '' : 'is-word'}>{big}</strong>
          {unit ? ` ${unit}` : null}
        </p>
        <p className="note">{small}</p>
      </div>
      <div>
        <h2>{notice.title}</h2>
        {notice.cancelled ? <p className="resident-off">{say('off')}</p> : null}
        <p className="quiet">
          {[sayHour(notice.startsAt, language), notice.place].filter(Boolean).join(language === 'zh' ? '，' : ', ')}
        </p>
        {notice.note ? <p className="quiet">{notice.note}</p> : null}
        {notice.coming && !notice.cancelled ? <p className="quiet">{say('coming', { count: notice.coming })}</p> : null}
      </div>
      {acts}
      {below}
    </li>
  );
}
