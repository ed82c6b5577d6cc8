import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Area } from '../../src/places/schema.ts';
import { api } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useWords, type Word } from '../i18n/words.ts';
import { ComboBox } from '../ui/combo-box.tsx';
import { Field } from '../ui/field.tsx';

const LEVELS: Word[] = ['area.province', 'area.city', 'area.county', 'area.town'];

interface AreaPickerProps {
  /** From the province down to the last chosen. */
  chosen: Area[];
  onChange: (chosen: Area[]) => void;
  wrong?: string | undefined;
}

/** Province → city → county → town: each list opens with what was chosen above, and shrinks while one types. */
export function AreaPicker({ chosen, onChange, wrong }: AreaPickerProps) {
  return (
    <div className="pair">
      {LEVELS.map((word, level) => (
        <Level
          key={word}
          word={word}
          level={level}
          parent={level === 0 ? null : (chosen[level - 1] ?? undefined)}
          chosen={chosen[level]}
          wrong={level === Math.min(chosen.length, 3) ? wrong : undefined}
          onChoose={(area) => onChange([...chosen.slice(0, level), ...(area ? [area] : [])])}
        />
      ))}
    </div>
  );
}

interface LevelProps {
  word: Word;
  level: number;
  /** Null for the provinces; undefined while nothing is chosen above. */
  parent: Area | null | undefined;
  chosen: Area | undefined;
  wrong: string | undefined;
  onChoose: (area: Area | undefined) => void;
}

function Level({ word, level, parent, chosen, wrong, onChoose }: LevelProps) {
  const { say } = useWords();
  const [text, setText] = useState(chosen?.name ?? '');
  const query = useQuery({
    queryKey: ['areas', parent?.code ?? ''],
    queryFn: () => api.places.areas(parent ? { parent: parent.code } : {}),
    enabled: parent !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const all = (parent === undefined ? undefined : query.data?.items) ?? [];
  const items = chosen && text === chosen.name ? all : all.filter((area) => area.name.includes(text.trim()));
  useEffect(() => setText(chosen?.name ?? ''), [chosen]);
  // Where there is only one (the cities of Beijing), there is nothing to choose.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the list has come
  useEffect(() => {
    if (all.length === 1 && !chosen && text === '') onChoose(all[0]);
  }, [query.data]);
  return (
    <Field label={say(word)} wrong={query.error ? failureOf(query.error).sentence : wrong} id={`area-${level}`}>
      {(described) => (
        <ComboBox
          text={text}
          onText={(typed) => {
            setText(typed);
            if (chosen) onChoose(undefined);
          }}
          items={items}
          keyOf={(area) => area.code}
          show={(area) => <span>{area.name}</span>}
          onChoose={(area) => {
            setText(area.name);
            onChoose(area);
            requestAnimationFrame(() => document.getElementById(`area-${level + 1}`)?.focus());
          }}
          nothing={say('area.nothing', { text })}
          input={{
            id: described.id,
            'aria-describedby': described['aria-describedby'],
            disabled: parent === undefined,
            placeholder: say('area.placeholder'),
          }}
        />
      )}
    </Field>
  );
}
