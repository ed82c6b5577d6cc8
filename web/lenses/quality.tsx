import type { Lens, Quality } from '../../src/lenses/schema.ts';
import { Grain } from '../ui/grain.tsx';
import { sayNumber, tells } from './say-figure.ts';
import { Hints } from './missing.tsx';
import { Values } from './values.tsx';
import { useLensWords } from './words.ts';

/** 信几分: how things were recorded, before the figures are believed. */
export function QualityStrip({ lens }: { lens: Lens }) {
  const { say, both } = useLensWords();
  const { flags, evidence, completeness } = lens.quality;
  return (
    <section className="quality">
      <header>
        <h2>{say('quality.title')}</h2>
        <p className="quiet">{say('quality.context')}</p>
        {evidence ? (
          <p className="quality-evidence">
            {(['full', 'half', 'hollow'] as const).map((kind) => (
              <span key={kind}>
                <Grain kind={kind} /> {say(`quality.${kind}`, { count: evidence[kind] })}
              </span>
            ))}
          </p>
        ) : null}
      </header>
      <ul className="flags">
        {flags.map((flag) => (
          <FlagLine key={flag.flag} flag={flag} open={lens.open} />
        ))}
      </ul>
      <div className="quality-complete" id={`measure-${completeness.definition.id}`}>
        <h3>{say('quality.completeness')}</h3>
        <p className="note">{both(completeness.definition.question)}</p>
        {tells(completeness) ? (
          <Values reading={completeness} />
        ) : completeness.record.length === 0 ? (
          <p className="waiting">{say('quality.none')}</p>
        ) : null}
        <Hints hints={completeness.record} />
      </div>
    </section>
  );
}

function FlagLine({ flag, open }: { flag: Quality['flags'][number]; open: boolean }) {
  const { say } = useLensWords();
  const limit = say('quality.limit', { limit: sayNumber(flag.limit, 'share') });
  return (
    <li>
      <span>{say(`quality.${flag.flag}`)}</span>{' '}
      {flag.share === null ? (
        <span className="waiting">{say(open ? 'quality.none' : 'reason.not-added-up')}</span>
      ) : (
        <>
          <strong>{sayNumber(flag.share, 'share')}</strong>{' '}
          <span className={flag.raised ? 'waiting' : 'quiet'}>
            {say(flag.raised ? 'quality.raised' : flag.share > flag.limit ? 'quality.few' : 'quality.fine')}
          </span>
        </>
      )}
      <span className="note flag-limit">
        {flag.numerator === null || flag.denominator === null
          ? limit
          : `${say('figure.of', { count: flag.numerator, total: flag.denominator })}${say('list.comma')}${limit}`}
      </span>
    </li>
  );
}
