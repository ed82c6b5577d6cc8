import type { ImportWhole } from '../../src/reports/import/schema.ts';
import { useWords, type Word } from '../i18n/words.ts';
import { Grain } from '../ui/grain.tsx';

/** More grains than this are a carpet, not a count. */
const MOST_GRAINS = 2000;

/** 46 = 38 + 3 + 5, and one grain a row in the order of the file: the sum shows that no row is lost. */
export function RowSum({ whole }: { whole: ImportWhole }) {
  const { say } = useWords();
  const { placed, flagged, held, known, skipped } = whole.tally;
  const parts: { count: number; word: Word; tone: string }[] = [
    { count: placed + flagged, word: whole.state === 'judged' ? 'import.sum-can' : 'import.sum-in', tone: 'green' },
    { count: known, word: 'import.sum-known', tone: 'grey' },
    { count: held, word: 'import.sum-held', tone: 'gold' },
  ];
  const shown = parts.filter((part) => part.count > 0 || part.tone !== 'grey');
  return (
    <section className="card row-sum" aria-label={say('import.sum')}>
      <dl className="row-sum-parts">
        <div>
          <dd>
            <strong>{placed + flagged + held + known}</strong> {say('import.rows')}
          </dd>
          <dt>{say('import.sum-all')}</dt>
        </div>
        {shown.map((part, index) => (
          <div key={part.word}>
            <span className="row-sum-sign" aria-hidden="true">
              {index === 0 ? '=' : '+'}
            </span>
            <dd className={`is-${part.tone}`}>
              <strong>{part.count}</strong> {say('import.rows')}
            </dd>
            <dt>
              <RowGrain letter={part.tone === 'green' ? 'p' : part.tone === 'grey' ? 'k' : 'h'} />
              {say(part.word)}
            </dt>
          </div>
        ))}
      </dl>
      <Grains letters={whole.grains} />
      {skipped > 0 ? <p className="quiet">{say('import.sum-skipped', { count: skipped })}</p> : null}
    </section>
  );
}

function RowGrain({ letter }: { letter: string }) {
  if (letter === 'h') return <Grain kind="hollow" tone="gold" size={1} />;
  if (letter === 'k') return <span className="grain-known">{<Grain kind="full" tone="green" size={1} />}</span>;
  return <Grain kind="full" tone="green" size={1} />;
}

function Grains({ letters }: { letters: string }) {
  const { say } = useWords();
  const rows = [...letters].filter((letter) => letter !== 's');
  if (rows.length > MOST_GRAINS) return null;
  return (
    <div className="row-grains">
      <div className={rows.length > 120 ? 'is-many' : ''} aria-hidden="true">
        {rows.map((letter, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row's grain has no identity but its place
          <RowGrain key={index} letter={letter} />
        ))}
      </div>
      <p className="quiet">{say('import.sum-grains')}</p>
    </div>
  );
}
