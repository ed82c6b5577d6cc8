import type { Person } from '../../src/people/schema.ts';
import { useWords } from '../i18n/words.ts';
import { useSession } from '../shell/session.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { dayOf, sayDay } from '../ui/dates.ts';
import { UndoMerge } from './undo-merge.tsx';
import { usePersonWords } from './person-words.ts';
import { sayBirth } from './say-birth.ts';

/** The files that were merged into this one, with what they say themselves; each can be taken out again. */
export function MergedFiles({ person }: { person: Person }) {
  const { say, language } = useWords();
  const { may } = useSession();
  const words = usePersonWords();
  if (person.merged.length === 0) return null;
  return (
    <section className="person-section">
      <h2>{say('merge.files')}</h2>
      {person.merged.map(({ merge, person: file, mergedAt, mergedBy }) => {
        const born = file.bornOn ? sayBirth(file.bornOn, file.bornPrecision, language) : '';
        const facts = [file.idNumber?.masked ?? '', born, words.place(file), file.phone, words.groups(file, 10)].filter(
          Boolean,
        );
        return (
          <div key={merge} className="merged-file">
            <p>
              <strong>{file.name}</strong>
            </p>
            <p className="words">
              {facts.map((fact) => (
                <span key={fact}>{fact}</span>
              ))}
            </p>
            <p className="quiet">
              {say('merge.file-line', { name: mergedBy, day: sayDay(dayOf(mergedAt), language) })}
            </p>
            {may('records.write') ? <UndoMerge merge={merge} /> : null}
          </div>
        );
      })}
    </section>
  );
}

/** Says that other files may be the same person, and leads to them. */
export function AlikeNote({ person }: { person: Person }) {
  const { say } = useWords();
  if (person.alike === 0) return null;
  return (
    <section className="person-section gold-box" aria-label={say('alike.badge')}>
      <p>{say('alike.note', { count: person.alike })}</p>
      <ButtonLink to="/people/duplicates" kind="plain">
        {say('alike.look')}
      </ButtonLink>
    </section>
  );
}

/** Who asked for the whole ID number, as far as the reader may know. */
export function IdReaders({ person }: { person: Person }) {
  const { say, language } = useWords();
  if (person.readings.length === 0) return null;
  return (
    <section className="person-section">
      <h2>{say('id.readers')}</h2>
      <dl className="person-facts">
        {person.readings.map((reading) => (
          <div key={reading.at} style={{ display: 'contents' }}>
            <dt>{sayDay(dayOf(reading.at), language)}</dt>
            <dd>{reading.name}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
