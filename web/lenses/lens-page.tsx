import { useLocation, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { LENSES } from '../../src/lenses/codes.ts';
import type { Lens, Reading } from '../../src/lenses/schema.ts';
import { MissingPage } from '../shell/missing-page.tsx';
import { Button } from '../ui/button.tsx';
import { sayTime } from '../ui/dates.ts';
import { onDesk } from '../ui/desk-media.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useWords } from '../i18n/words.ts';
import { Chain } from './chain.tsx';
import type { Choice } from './choices.ts';
import { Chooser, sayFullDay } from './chooser.tsx';
import { Files } from './files.tsx';
import { bareParts, Missing } from './missing.tsx';
import { QualityStrip } from './quality.tsx';
import { ReadingSection } from './reading-section.tsx';
import { headlineOf, sayFigure, tells } from './say-figure.ts';
import { useQuestions } from './questions.tsx';
import { SidePanel } from './side-panel.tsx';
import { type Opened, PanelDoor } from './told.tsx';
import { type Asked, useAsked, useLens } from './use-lens.ts';
import { WalkBand } from './walk-band.tsx';
import type { LensWords } from './say.ts';
import { useLensWords } from './words.ts';
import './lenses.css';
import './drawings.css';

/** One study's page: its question, its chain, every number with where it comes from, and what is not recorded yet. */
export function LensPage() {
  const { lens: name } = useParams({ from: '/frame/lenses/$lens' });
  const lens = LENSES.find((one) => one === name);
  return lens ? <OneLens key={lens} lens={lens} /> : <MissingPage />;
}

function OneLens({ lens }: { lens: Lens['lens'] }) {
  const { say, both } = useLensWords();
  const question = useQuestions().value?.lenses.find((one) => one.lens === lens);
  const { say: sayShell } = useWords();
  const choice = useSearch({ from: '/frame/lenses/$lens' });
  const navigate = useNavigate();
  const asked = useAsked(choice);
  const answer = useLens(lens, asked);
  const choose = (changed: Choice) => {
    const place = 'scope' in changed ? { village: undefined, project: undefined } : {};
    const search = { ...choice, ...place, ...changed };
    void navigate({ to: '/lenses/$lens', params: { lens }, search: search as Choice, replace: true });
  };
  const back = { to: '/lenses' as const, label: say('back') };
  return (
    <>
      <WalkBand choice={choice} />
      {answer.value ? (
        <LensBody lens={answer.value} asked={asked} back={back} onChoose={choose} />
      ) : (
        <>
          <PageHead
            title={question ? both(question.title) : say('index.title')}
            context={say('index.counting')}
            back={back}
          />
          <div className="inset">
            <Chooser asked={asked} lens={lens} onChoose={choose} />
          </div>
          <Waiting failure={answer.failure} />
        </>
      )}
      {answer.keptAt ? <p className="note inset">{sayShell('shell.kept', { time: sayTime(answer.keptAt) })}</p> : null}
    </>
  );
}

interface LensBodyProps {
  lens: Lens;
  asked: Asked;
  back: { to: '/lenses'; label: string };
  onChoose: (choice: Choice) => void;
}

function LensBody({ lens, asked, back, onChoose }: LensBodyProps) {
  const words = useLensWords();
  const [opened, setOpened] = useState<Opened>();
  const panel = useRef<HTMLElement>(null);
  const door = useMemo(() => ({ opened, open: setOpened }), [opened]);
  // On a phone the panel is not beside the page: it is brought into sight, and heard.
  useEffect(() => {
    if (opened && !onDesk()) panel.current?.scrollIntoView({ block: 'start' });
  }, [opened]);
  const missing = lens.readings.filter((reading) => !tells(reading));
  useHashInSight();
  const readings = inOrder(lens.readings.filter(tells));
  return (
    <PanelDoor value={door}>
      <PageHead
        title={words.both(lens.title)}
        beside={<TitleNumber lens={lens} />}
        context={<Context lens={lens} words={words} />}
        back={back}
        actions={
          <>
            <PaneButtons opened={opened} open={setOpened} words={words} />
            <ToMissing count={missing.length + bareParts(lens).length} />
          </>
        }
      />
      <div className={opened ? 'lens lens-open' : 'lens'}>
        <div className="lens-page">
          <Chooser asked={asked} lens={lens.lens} onChoose={onChoose} />
          <Chain lens={lens} />
          <div className="readings">
            {readings.map((reading) => (
              <ReadingSection key={reading.definition.id} reading={reading} lens={lens} />
            ))}
          </div>
          <Missing lens={lens} readings={missing} />
          <QualityStrip lens={lens} />
          <Files lens={lens.lens} asked={asked} />
        </div>
        <aside className="lens-panel" ref={panel} aria-live="polite">
          <SidePanel lens={lens} asked={asked} />
        </aside>
      </div>
    </PanelDoor>
  );
}

/** The measure that the address names is brought into sight once it is there; on a phone the words above it stay. */
function useHashInSight(): void {
  const hash = useLocation({ select: (location) => location.hash });
  useEffect(() => {
    if (hash && onDesk()) document.getElementById(hash)?.scrollIntoView({ block: 'start' });
  }, [hash]);
}

/** Stages lead, then the network: they are the whole answer, and the others explain it. */
function inOrder(readings: readonly Reading[]): Reading[] {
  const leading = (['stages', 'network'] as const).flatMap((kind) =>
    readings.filter((one) => one.drawing?.kind === kind),
  );
  return [...leading, ...readings.filter((one) => !leading.includes(one))];
}

/** The number that goes with the question: that of the first measure which has one. */
function TitleNumber({ lens }: { lens: Lens }) {
  const words = useLensWords();
  const [first] = inOrder(lens.readings).flatMap((reading: Reading) => {
    const value = headlineOf(reading);
    const said = value ? sayFigure(value, value.unit, words) : undefined;
    return value && said?.told ? [{ value, said }] : [];
  });
  if (!first) return null;
  const { value, said } = first;
  return (
    <span>
      {words.both(value.label)} <strong>{said.big}</strong> {said.unit}
    </span>
  );
}

function Context({ lens, words }: { lens: Lens; words: LensWords }) {
  const { say, both, language } = words;
  const days = { from: sayFullDay(lens.scope.from, language), to: sayFullDay(lens.scope.to, language) };
  return (
    <span className="words">
      <span>{both(lens.study.name)}</span>
      <span>{lens.scope.name}</span>
      <span>{say('choose.days', days)}</span>
      {lens.open ? null : <span>{say('whole-years')}</span>}
    </span>
  );
}

/** The one filled button: to what is not recorded yet. */
function ToMissing({ count }: { count: number }) {
  const { say } = useLensWords();
  return count > 0 ? (
    <a className="button filled" href="#missing">
      {say('missing.look', { count })}
    </a>
  ) : null;
}

interface PaneButtonsProps {
  opened: Opened | undefined;
  open: (opened: Opened | undefined) => void;
  words: LensWords;
}

function PaneButtons({ opened, open, words }: PaneButtonsProps) {
  return (['study', 'methods'] as const).map((kind) => (
    <Button
      key={kind}
      kind="text"
      aria-pressed={opened?.kind === kind}
      onClick={() => open(opened?.kind === kind ? undefined : { kind })}
    >
      {words.say(`${kind}.open`)}
    </Button>
  ));
}
