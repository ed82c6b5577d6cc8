import type { Lens } from '../../src/lenses/schema.ts';
import { STUDIES } from './studies.ts';
import { useLensWords } from './words.ts';

/** 研究用语: what the study says, in its own words, and which word of this page is which of its. */
export function StudyPane({ lens }: { lens: Lens }) {
  const { say, both } = useLensWords();
  const study = STUDIES[lens.lens];
  return (
    <section className="study">
      <h2>{say('study.title')}</h2>
      <h3>{say('study.says')}</h3>
      <p>{both(lens.study.claim)}</p>
      <p className="note">{say('study.ours')}</p>
      <h3>{say('study.words')}</h3>
      <dl className="facts">
        {lens.parts.map((part) => (
          <div key={part.key}>
            <dt>{both(part.words)}</dt>
            <dd>{both(part.term)}</dd>
          </div>
        ))}
      </dl>
      <h3>{say('study.source')}</h3>
      <p className="note">{study.citation}</p>
      <h3>{say('study.abstract')}</h3>
      {study.abstract.map((paragraph) => (
        <p key={paragraph.slice(0, 20)} className="study-abstract" lang={paragraph.charCodeAt(0) > 255 ? 'zh' : 'en'}>
          {paragraph}
        </p>
      ))}
    </section>
  );
}
