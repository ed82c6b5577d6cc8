import type { Lens, Reading } from '../../src/lenses/schema.ts';
import { sayFullDay } from './chooser.tsx';
import { Grain } from '../ui/grain.tsx';
import { BarsPicture } from './drawings/bars.tsx';
import { MoneyPicture } from './drawings/money.tsx';
import { NetworkPicture } from './drawings/network.tsx';
import { PlacesPicture } from './drawings/places.tsx';
import { ShockPicture } from './drawings/shock.tsx';
import { StagesPicture } from './drawings/stages.tsx';
import { SurvivalPicture } from './drawings/survival.tsx';
import { Hints } from './missing.tsx';
import { usePanel } from './told.tsx';
import { TrendLine } from './trend-line.tsx';
import { Values } from './values.tsx';
import { useLensWords } from './words.ts';

/** One measure: its question, its picture, its numbers, how it went by quarters, and what is still to be recorded. */
export function ReadingSection({ reading, lens }: { reading: Reading; lens: Lens }) {
  const { say, both, language } = useLensWords();
  const { open, opened } = usePanel();
  const { definition, pattern, window, trend } = reading;
  const term = lens.parts.find(({ key }) => key === definition.part)?.term;
  const { from, to } = lens.scope;
  const wider = window.from !== from || window.to !== to;
  const pressed = opened?.kind === 'definition' && opened.measure === definition.id;
  return (
    <section className={isWide(reading) ? 'reading reading-wide' : 'reading'} id={`measure-${definition.id}`}>
      <header className="reading-head">
        <h2>{both(definition.question)}</h2>
        <p className="note">
          {both(definition.name)}
          {term ? ` · ${both(term)}` : ''}
        </p>
        <button
          type="button"
          className="link-button note"
          aria-pressed={pressed}
          onClick={() => open(pressed ? undefined : { kind: 'definition', measure: definition.id })}
        >
          {say('reading.how')}
          <span className="unseen">：{both(definition.name)}</span>
        </button>
      </header>
      {pattern ? (
        <p className={`pattern pattern-${pattern.found}`}>
          <Grain kind={{ consistent: 'full', 'not-shown': 'hollow', 'no-data': 'dashed' }[pattern.found] as 'full'} />
          <strong>{say(`pattern.${pattern.found}`)}</strong> {both(pattern.words)}
        </p>
      ) : null}
      <Picture reading={reading} />
      <Values reading={reading} />
      {trend ? <TrendLine trend={trend} unit={reading.definition.unit} /> : null}
      {wider ? (
        <p className="note">
          {say('reading.wider', { from: sayFullDay(window.from, language), to: sayFullDay(window.to, language) })}
        </p>
      ) : null}
      <Hints hints={reading.record} />
    </section>
  );
}

function Picture({ reading }: { reading: Reading }) {
  const { drawing } = reading;
  if (!drawing) return null;
  switch (drawing.kind) {
    case 'network':
      return <NetworkPicture reading={reading} drawing={drawing} />;
    case 'survival':
      return drawing.curves.length > 0 ? <SurvivalPicture reading={reading} drawing={drawing} /> : null;
    case 'shock':
      return <ShockPicture drawing={drawing} />;
    case 'places':
      return <PlacesPicture reading={reading} drawing={drawing} />;
    case 'stages':
      return <StagesPicture reading={reading} drawing={drawing} />;
    default:
      return isMoney(reading) ? (
        <MoneyPicture reading={reading} drawing={drawing} />
      ) : (
        <BarsPicture reading={reading} drawing={drawing} />
      );
  }
}

const isMoney = ({ values, drawing }: Reading): boolean =>
  drawing?.kind === 'bars' &&
  values.some(({ key, unit }) => unit === 'yuan' && drawing.bars.some((bar) => bar.key === key));

/** What needs the whole width: bars of several projects side by side, curves of several factors. */
function isWide({ drawing }: Reading): boolean {
  if (drawing?.kind === 'stages') return true;
  if (drawing?.kind === 'survival') return drawing.curves.length > 2;
  return drawing?.kind === 'bars' && drawing.bars.some(({ broad }) => broad !== null);
}
