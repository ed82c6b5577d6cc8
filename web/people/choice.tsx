import { useWords } from '../i18n/words.ts';
import { Chips } from '../ui/chips.tsx';

interface ChoiceProps<Value extends string | number> {
  label: string;
  hint?: string;
  values: readonly Value[];
  words: (value: Value) => string;
  chosen: Value | null | undefined;
  onChoose: (value: Value | null) => void;
}

/** One of a few answers, or not said: what is not known is not guessed. */
export function Choice<Value extends string | number>(props: ChoiceProps<Value>) {
  const { label, hint, values, words, chosen, onChoose } = props;
  const { say } = useWords();
  const notSaid = { value: '', words: say('section.not-said') };
  return (
    <Chips<Value | ''>
      label={label}
      hint={hint}
      chips={[...values.map((value) => ({ value, words: words(value) })), notSaid as { value: ''; words: string }]}
      chosen={[chosen ?? '']}
      onChange={([value = '']) => onChoose(value === '' ? null : value)}
    />
  );
}
