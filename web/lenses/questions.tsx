import { Link } from '@tanstack/react-router';
import { api } from '../api/client.ts';
import { useKept } from '../offline/kept.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Row, RowList } from '../ui/rows.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useLensWords } from './words.ts';
import './lenses.css';

/** What the five pages ask. */
export const useQuestions = () => useKept(['measures'], () => api.lenses.list({}));

/** The five questions, a page each. `label`: say above them what they are, where no title does. */
export function Questions({ label }: { label?: boolean }) {
  const { say, both } = useLensWords();
  const measures = useQuestions();
  if (!measures.value) return <Waiting failure={measures.failure} />;
  return (
    <RowList label={label ? say('index.title') : undefined}>
      {measures.value.lenses.map(({ lens, title }) => (
        <Row
          key={lens}
          name={
            <Link to="/lenses/$lens" params={{ lens }}>
              {both(title)}
            </Link>
          }
          beside={<span>{say(`lens.${lens}`)}</span>}
          action={
            <ButtonLink
              kind="text"
              to="/lenses/$lens"
              params={{ lens }}
              aria-label={`${say('index.open')} ${both(title)}`}
            >
              {say('index.open')}
            </ButtonLink>
          }
        />
      ))}
    </RowList>
  );
}
