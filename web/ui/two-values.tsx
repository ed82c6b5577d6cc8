import { useId } from 'react';
import { useWords } from '../i18n/words.ts';

export type Choice = 'mine' | 'theirs' | 'both';

interface TwoValuesProps {
  /** The question: 电话有两个，用哪个？ */
  question: string;
  mine: string;
  theirs: string;
  /** Where each comes from and when. */
  mineFrom: string;
  theirsFrom: string;
  /** Keeping both is offered wherever one field can hold both. */
  both?: string | undefined;
  chosen: Choice | undefined;
  onChoose: (choice: Choice) => void;
}

/** Two values for one field: both are shown with where they come from; none is chosen beforehand. */
export function TwoValues(props: TwoValuesProps) {
  const { question, mine, theirs, mineFrom, theirsFrom, both, chosen, onChoose } = props;
  const { say } = useWords();
  const name = useId();
  const options: [Choice, string, string][] = [
    ['mine', mine || say('two.blank'), mineFrom],
    ['theirs', theirs || say('two.blank'), theirsFrom],
    ...(both ? ([['both', say('two.both'), both]] as [Choice, string, string][]) : []),
  ];
  return (
    <fieldset className="two-values">
      <legend>{question}</legend>
      {options.map(([choice, value, from]) => (
        <label className="two-value" key={choice}>
          <input type="radio" name={name} checked={chosen === choice} onChange={() => onChoose(choice)} />
          <span className="two-value-words">
            <span>{value}</span>
            <span className="note">{from}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
