import { useState } from 'react';
import type { PublicStation } from '../../src/activities/schema.ts';
import type { Language } from '../i18n/fill.ts';
import { dayOf, sayDay } from '../ui/dates.ts';
import type { Say } from './words.ts';

type Told = PublicStation['done'][number];

interface DoneProps {
  slug: string;
  done: Told[];
  language: Language;
  say: Say;
}

/** What was done, with how many came and, when asked for, its pictures. */
export function Done({ slug, done, language, say }: DoneProps) {
  if (done.length === 0) return null;
  return (
    <section>
      <h2 className="resident-label">{say('done')}</h2>
      <ul className="resident-band resident-list">
        {done.map((told) => (
          <li key={told.id}>
            <h3>{told.title}</h3>
            <p className="quiet">
              {[sayDay(dayOf(told.startsAt), language), told.place, told.came ? say('came', { count: told.came }) : '']
                .filter(Boolean)
                .join(language === 'zh' ? '，' : ', ')}
            </p>
            {told.note ? <p>{told.note}</p> : null}
            {told.photos.length > 0 ? <Photos slug={slug} told={told} say={say} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

async function fetchPhoto(slug: string, id: string): Promise<string> {
  const answer = await fetch(`/api/public/photo?slug=${encodeURIComponent(slug)}&id=${id}`);
  if (!answer.ok) throw new Error('away');
  const { type, content } = (await answer.json()) as { type: string; content: string };
  return `data:${type};base64,${content}`;
}

/** Pictures cost a phone's data: they come when somebody wants to see them. */
function Photos({ slug, told, say }: { slug: string; told: Told; say: Say }) {
  const [shown, setShown] = useState<string[] | 'asking' | 'away'>();
  const show = () => {
    setShown('asking');
    Promise.all(told.photos.map((id) => fetchPhoto(slug, id))).then(setShown, () => setShown('away'));
  };
  if (Array.isArray(shown))
    return shown.map((source, nth) => (
      <img
        key={told.photos[nth]}
        className="resident-photo"
        src={source}
        alt={say('photo-of', { title: told.title })}
      />
    ));
  return (
    <p>
      <button type="button" className="resident-link" disabled={shown === 'asking'} onClick={show}>
        {shown === 'asking' ? say('opening') : say('photos', { count: told.photos.length })}
      </button>
      {shown === 'away' ? ` ${say('away')}` : ''}
    </p>
  );
}
