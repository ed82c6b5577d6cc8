import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Notice } from '../../src/activities/schema.ts';
import type { Coming } from '../../src/activities/say-schema.ts';
import { telOf } from '../../src/platform/phone.ts';
import { api, once } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useWords } from '../i18n/words.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { useChange } from '../ui/use-action.ts';

/** How many said on the residents' page that they come to a notice; opens who. */
export function WhoComes({ notice }: { notice: Notice }) {
  const { say } = useWords();
  const { may } = useSession();
  const [open, setOpen] = useState(false);
  if (notice.coming === 0) return null;
  return (
    <>
      <p>
        <Button
          kind="text"
          aria-expanded={open}
          aria-label={say('coming.of', { count: notice.coming, title: notice.title })}
          onClick={() => setOpen(!open)}
        >
          {say('coming.count', { count: notice.coming })}
        </Button>
      </p>
      {open ? <Names notice={notice} striking={may('records.write')} /> : null}
    </>
  );
}

/** Who comes, with their phones; with a way to strike out nonsense. */
export function Names({ notice, striking }: { notice: Notice; striking: boolean }) {
  const { say } = useWords();
  const station = useStation();
  const asked = useQuery({
    queryKey: ['coming', notice.id, notice.coming],
    queryFn: () => api.activities.coming({ station: station.id, notice: notice.id }),
  });
  if (asked.error) return <ErrorLine sentence={failureOf(asked.error).sentence} />;
  const items = asked.data?.items ?? [];
  if (items.some((one) => one.name === '')) return <p className="note">{say('coming.forgotten')}</p>;
  return (
    <ul className="coming-list">
      {items.map((one) => (
        <li key={one.id} className="words">
          <span>{one.name}</span>
          <span>{say('coming.people', { count: one.people })}</span>
          {one.phone ? <a href={telOf(one.phone)}>{one.phone}</a> : <span>{say('coming.no-phone')}</span>}
          {striking ? <Strike one={one} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Strike({ one: { id, version, name } }: { one: Coming }) {
  const { say } = useWords();
  const station = useStation();
  const { busy, failure, run } = useChange();
  const [asking, setAsking] = useState(false);
  const strike = async () => {
    await run(() => api.activities.strikeComing({ station: station.id, id, version }, once()));
  };
  return (
    <>
      <Button kind="text" busy={busy} aria-label={say('coming.strike-of', { name })} onClick={() => setAsking(true)}>
        {say('strike')}
      </Button>
      <ErrorLine sentence={failure?.sentence} />
      {asking ? (
        <Confirm
          question={say('coming.strike-question', { name })}
          yes={say('strike')}
          onYes={() => void strike()}
          onNo={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
