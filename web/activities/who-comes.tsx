import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Notice } from '../../src/activities/schema.ts';
import { api } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useWords } from '../i18n/words.ts';
import { useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorLine } from '../ui/error-line.tsx';

/** How many said on the residents' page that they come to a notice; opens who. */
export function WhoComes({ notice }: { notice: Notice }) {
  const { say } = useWords();
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
      {open ? <Names notice={notice} /> : null}
    </>
  );
}

function Names({ notice }: { notice: Notice }) {
  const { say } = useWords();
  const station = useStation();
  const asked = useQuery({
    queryKey: ['coming', notice.id, notice.coming],
    queryFn: () => api.activities.coming({ station: station.id, notice: notice.id }),
  });
  if (asked.error) return <ErrorLine sentence={failureOf(asked.error).sentence} />;
  return (
    <ul>
      {asked.data?.items.map((one) => (
        <li key={one.id} className="words">
          <span>{one.name}</span>
          <span>{say('coming.people', { count: one.people })}</span>
          {one.phone ? <a href={`tel:${one.phone.replace(/[^0-9+]/g, '')}`}>{one.phone}</a> : null}
        </li>
      ))}
    </ul>
  );
}
