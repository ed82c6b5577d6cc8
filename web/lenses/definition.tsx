import type { Reading } from '../../src/lenses/schema.ts';
import { useLensWords } from './words.ts';

/** How a measure is counted: everything the registry says of it. */
export function Definition({ reading }: { reading: Reading }) {
  const { say, both } = useLensWords();
  const { definition } = reading;
  return (
    <section className="definition">
      <h3>{both(definition.name)}</h3>
      <p>{both(definition.question)}</p>
      <dl className="facts facts-long">
        <div>
          <dt>{say('define.formula')}</dt>
          <dd>{both(definition.formula)}</dd>
        </div>
        <div>
          <dt>{say('define.inputs')}</dt>
          <dd>{both(definition.inputs)}</dd>
        </div>
        <div>
          <dt>{say('define.minimum')}</dt>
          <dd>{both(definition.minimum)}</dd>
        </div>
        <div>
          <dt>{say('define.threats')}</dt>
          <dd>{both(definition.threats)}</dd>
        </div>
        {definition.sources.length > 0 ? (
          <div>
            <dt>{say('define.sources')}</dt>
            <dd>{definition.sources.join('；')}</dd>
          </div>
        ) : null}
      </dl>
      <p className="note">{say('define.version', { version: definition.version, id: definition.id })}</p>
    </section>
  );
}
