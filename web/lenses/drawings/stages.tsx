import type { z } from 'zod';
import type { Reading, StagesDrawing } from '../../../src/lenses/schema.ts';
import { Grain, type GrainKind } from '../../ui/grain.tsx';
import { usePanel } from '../told.tsx';
import { useLensWords } from '../words.ts';

type Stages = z.infer<typeof StagesDrawing>;
type Column = Stages['columns'][number];
type Rule = Column['rules'][number];

const GRAIN: Record<Rule['found'], GrainKind> = { holds: 'full', fails: 'hollow', 'no-data': 'dashed' };

/** Three columns of rules, each a sentence with its own figure and what is asked. No traffic lights, no score. */
export function StagesPicture({ reading, drawing }: { reading: Reading; drawing: Stages }) {
  const { say } = useLensWords();
  const { now, before } = drawing;
  const stage = say(`stage.${now}`);
  const settled = now === before;
  return (
    <div className="stages">
      <p>{say(settled ? 'stage.settled' : 'stage.unsettled', { stage, before: say(`stage.${before}`) })}</p>
      <div className="stage-columns">
        {drawing.columns.map((column) => (
          <StageColumn key={column.stage} reading={reading} column={column} now={column.stage === now} />
        ))}
      </div>
      <p className="note">{say('stage.note')}</p>
    </div>
  );
}

function StageColumn({ reading, column, now }: { reading: Reading; column: Column; now: boolean }) {
  const { say, both } = useLensWords();
  const held = column.rules.filter(({ found }) => found === 'holds').length;
  return (
    <section className={now ? 'stage-column is-now' : 'stage-column'}>
      <header>
        <h3>{both(column.label)}</h3>
        {now ? <span className="stage-now">{say('stage.now')}</span> : null}
        <p>
          <strong>{held}</strong> {say('stage.held', { of: column.rules.length })}
        </p>
      </header>
      <ul>
        {column.rules.map((rule) => (
          <RuleLine key={rule.key} reading={reading} rule={rule} />
        ))}
      </ul>
    </section>
  );
}

function RuleLine({ reading, rule }: { reading: Reading; rule: Rule }) {
  const { say, both } = useLensWords();
  const { opened, open } = usePanel();
  const measure = reading.definition.id;
  const none = rule.found === 'no-data';
  const pressed = opened?.kind === 'value' && opened.measure === measure && opened.key === rule.key;
  return (
    <li className={none ? 'stage-rule is-none' : 'stage-rule'}>
      <Grain kind={GRAIN[rule.found]} label={say(`stage.${rule.found}`)} />
      {none ? (
        <span>{both(rule.words)}</span>
      ) : (
        <button
          type="button"
          className="stage-words"
          aria-pressed={pressed}
          onClick={() => open(pressed ? undefined : { kind: 'value', measure, key: rule.key })}
        >
          {both(rule.words)}
        </button>
      )}
      <span className="note">{none ? say('stage.no-data') : both(rule.asked)}</span>
    </li>
  );
}
