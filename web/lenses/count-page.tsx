import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import type { EventLine } from '../../src/ledger/schema.ts';
import { api, once } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { dayOf, sayDay } from '../ui/dates.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { SaveBar } from '../ui/save-bar.tsx';
import { useChange } from '../ui/use-action.ts';
import { type SheetDraft, sheetWrongs } from './drafts.ts';
import { useLensWords } from './words.ts';

type Line = z.infer<typeof EventLine>;

/** The latest events with a list, of the kinds that pass a sheet of paper round. */
function useSignedEvents(): Line[] | undefined {
  const { me } = useSession();
  const { id: station } = useStation();
  const query = useQuery({
    queryKey: [me.id, 'signed-events', station],
    queryFn: async () => {
      const kinds = ['activity', 'meeting', 'group-session', 'work-day'] as const;
      const pages = await Promise.all(kinds.map((kind) => api.ledger.events({ station, kind, limit: 20 })));
      const lines = pages.flatMap(({ items }) => items).filter(({ present }) => present > 0);
      return lines.sort((one, other) => other.startedAt.localeCompare(one.startedAt)).slice(0, 30);
    },
  });
  return query.data;
}

/** 拿纸上的签到表对一遍: how many names are on the paper, and how many of them are in the program. */
export function CountPage() {
  const { say } = useLensWords();
  const station = useStation();
  const navigate = useNavigate();
  const saving = useChange();
  const events = useSignedEvents();
  const [tried, setTried] = useState(false);
  const [draft, setDraft] = useState<SheetDraft>({ event: '', onPaper: '', onBoth: '' });
  const listed = events?.find(({ id }) => id === draft.event)?.present ?? 0;
  const wrongs = tried ? sheetWrongs(draft, listed) : [];
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (sheetWrongs(draft, listed).length > 0) return;
    const counts = { onPaper: Number(draft.onPaper), onBoth: Number(draft.onBoth) };
    const input = { station: station.id, event: draft.event, ...counts };
    if (!(await saving.run(() => api.lenses.countSheet(input, once())))) return;
    await navigate({ to: '/lenses' });
  }
  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <PageHead
        title={say('count.title')}
        context={say('count.context')}
        back={{ to: '/lenses', label: say('back') }}
      />
      <div className="form">
        <ErrorLine
          sentence={saving.failure?.sentence}
          wrongs={wrongs.map(({ field, word }) => ({ field, sentence: say(word) }))}
        />
        {events && events.length === 0 ? <EmptyState missing={say('count.none')} /> : null}
        <SheetFields events={events ?? []} draft={draft} onChange={(part) => setDraft({ ...draft, ...part })} />
      </div>
      <SaveBar>
        <Button kind="filled" type="submit" className="save" busy={saving.busy}>
          {say('count.save')}
        </Button>
      </SaveBar>
    </form>
  );
}

interface SheetFieldsProps {
  events: Line[];
  draft: SheetDraft;
  onChange: (part: Partial<SheetDraft>) => void;
}

function SheetFields({ events, draft, onChange }: SheetFieldsProps) {
  const { say, language } = useLensWords();
  const { say: sayKind } = useWords();
  const digits = (text: string) => text.replace(/\D/g, '');
  return (
    <>
      <SelectField
        id="sheet-event"
        label={say('count.which')}
        value={draft.event}
        onText={(event) => onChange({ event })}
      >
        <option value="">…</option>
        {events.map((line) => (
          <option key={line.id} value={line.id}>
            {say('count.line', {
              day: sayDay(dayOf(line.startedAt), language),
              what: line.title || sayKind(`kind.${line.kind}`),
              count: line.present,
            })}
          </option>
        ))}
      </SelectField>
      <div className="pair">
        <TextField
          id="sheet-paper"
          label={say('count.paper')}
          inputMode="numeric"
          value={draft.onPaper}
          onText={(text) => onChange({ onPaper: digits(text) })}
        />
        <TextField
          id="sheet-both"
          label={say('count.both')}
          inputMode="numeric"
          value={draft.onBoth}
          onText={(text) => onChange({ onBoth: digits(text) })}
        />
      </div>
    </>
  );
}
