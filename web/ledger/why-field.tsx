import { useWords } from '../i18n/words.ts';
import { TextField } from '../ui/field.tsx';

/** Why a line is put right: one sentence that stays beside it. */
export function WhyField({ event, change }: { event: { why: string }; change: (part: { why: string }) => void }) {
  const { say } = useWords();
  return (
    <TextField
      label={say('event.why')}
      value={event.why}
      placeholder={say('event.why-example')}
      maxLength={200}
      autoComplete="off"
      onText={(why) => change({ why })}
    />
  );
}
