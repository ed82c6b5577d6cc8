import { readIdNumber } from '../../src/people/id-number.ts';
import { useWords } from '../i18n/words.ts';
import { TextField } from '../ui/field.tsx';
import type { PersonTyping } from './person-typing.ts';

interface IdNumberFieldProps {
  typing: PersonTyping;
  onChange: (part: Partial<PersonTyping>) => void;
  wrong: string | undefined;
  /** The number that stands in the file, as it may be shown. */
  known: string | null;
}

/** An ID number: what it says by itself is read back; one that fails its check may still be kept as written. */
export function IdNumberField({ typing, onChange, wrong, known }: IdNumberFieldProps) {
  const { say } = useWords();
  const doubtful = typing.idNumber.trim() !== '' && readIdNumber(typing.idNumber).doubt !== null;
  return (
    <>
      <TextField
        id="person-id"
        label={say('field.idNumber')}
        value={typing.idNumber}
        onText={(idNumber) => onChange({ idNumber, idNumberAsWritten: false })}
        wrong={wrong}
        hint={wrong ? undefined : <IdRead typed={typing.idNumber} known={known} />}
        maxLength={30}
        autoComplete="off"
        spellCheck={false}
      />
      {typing.idNumberAsWritten || (wrong && doubtful) ? (
        <label className="check-line">
          <input
            type="checkbox"
            checked={typing.idNumberAsWritten}
            onChange={(event) => onChange({ idNumberAsWritten: event.target.checked })}
          />
          <span>
            {say('id.as-written')} <span className="quiet">{say('id.as-written-hint')}</span>
          </span>
        </label>
      ) : null}
    </>
  );
}

function IdRead({ typed, known }: { typed: string; known: string | null }) {
  const { say } = useWords();
  const read = readIdNumber(typed);
  if (typed.trim() === '' || read.doubt || !read.bornOn || !read.sex)
    return <>{known ? say('id.hint-known', { masked: known }) : say('id.hint')}</>;
  const [year = 0, month = 0, day = 0] = read.bornOn.split('-').map(Number);
  return <>{say('id.read', { year, month, day, sex: say(`sex.${read.sex}`) })}</>;
}
