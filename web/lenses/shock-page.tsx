import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { SHOCK_KINDS } from '../../src/lenses/codes.ts';
import { newId } from '../../src/platform/ids.ts';
import { api, once } from '../api/client.ts';
import { useKept } from '../offline/kept.ts';
import { useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { today } from '../ui/dates.ts';
import { DayField } from '../ui/day-field.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { SelectField, TextAreaField, TextField } from '../ui/field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { SaveBar } from '../ui/save-bar.tsx';
import { useChange } from '../ui/use-action.ts';
import { useLensWords } from './words.ts';
import { type ShockDraft, shockWrongs } from './drafts.ts';

/** 记一次大事: a flood, a power cut. What people then did is counted from what is recorded. */
export function ShockPage() {
  const { say } = useLensWords();
  const station = useStation();
  const navigate = useNavigate();
  const saving = useChange();
  const [tried, setTried] = useState(false);
  const [draft, setDraft] = useState<ShockDraft>(() => ({
    ...{ id: newId(), kind: 'flood', name: '', from: today(), to: today(), area: '', note: '' },
  }));
  const change = (part: Partial<ShockDraft>) => setDraft({ ...draft, ...part });
  const wrongs = tried ? shockWrongs(draft) : [];
  const wrong = (field: string) => wrongs.filter((one) => one.field === field).map(({ word }) => say(word))[0];
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (shockWrongs(draft).length > 0) return;
    const input = {
      ...draft,
      ...{ station: station.id, to: draft.to || draft.from, area: draft.area || null, name: draft.name.trim() },
    };
    if (!(await saving.run(() => api.lenses.logShock(input, once())))) return;
    await navigate({ to: '/lenses/$lens', params: { lens: 'resilience' } });
  }
  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <PageHead
        title={say('shock.title')}
        context={say('shock.context')}
        back={{ to: '/lenses', label: say('back') }}
      />
      <div className="form">
        <ErrorLine
          sentence={saving.failure?.sentence}
          wrongs={wrongs.map(({ field, word }) => ({ field, sentence: say(word) }))}
        />
        <Chips
          label={say('shock.kind')}
          chips={SHOCK_KINDS.map((value) => ({ value, words: say(`shock.${value}`) }))}
          chosen={[draft.kind]}
          onChange={([kind = draft.kind]) => change({ kind })}
        />
        <ShockFields draft={draft} change={change} wrong={wrong} />
      </div>
      <SaveBar>
        <Button kind="filled" type="submit" className="save" busy={saving.busy}>
          {say('shock.save')}
        </Button>
      </SaveBar>
    </form>
  );
}

interface ShockFieldsProps {
  draft: ShockDraft;
  change: (part: Partial<ShockDraft>) => void;
  wrong: (field: string) => string | undefined;
}

function ShockFields({ draft, change, wrong }: ShockFieldsProps) {
  const { say } = useLensWords();
  const station = useStation();
  const villages = useKept(['villages', station.id], () => api.places.villages({ station: station.id }));
  return (
    <>
      <TextField
        id="shock-name"
        label={say('shock.name')}
        value={draft.name}
        onText={(name) => change({ name })}
        placeholder={say('shock.name-example')}
        wrong={wrong('shock-name')}
        maxLength={60}
        autoComplete="off"
      />
      <div className="pair">
        <DayField
          id="shock-from"
          label={say('shock.from')}
          value={draft.from}
          to={today()}
          onDay={(from) => change({ from, ...(draft.to < from ? { to: from } : {}) })}
          wrong={wrong('shock-from')}
        />
        <DayField
          id="shock-to"
          label={say('shock.to')}
          value={draft.to}
          from={draft.from}
          onDay={(to) => change({ to })}
          wrong={wrong('shock-to')}
        />
      </div>
      <SelectField label={say('shock.area')} value={draft.area} onText={(area) => change({ area })}>
        <option value="">{say('shock.area-all')}</option>
        {(villages.value?.items ?? []).map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextAreaField
        label={say('shock.note')}
        value={draft.note}
        onText={(note) => change({ note })}
        placeholder={say('shock.note-example')}
        maxLength={500}
      />
    </>
  );
}
