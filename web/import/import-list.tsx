import { Link } from '@tanstack/react-router';
import { useImports } from './use-import.ts';
import { useWords } from '../i18n/words.ts';
import { sayMoment } from '../ui/dates.ts';
import { Row, RowList } from '../ui/rows.tsx';

/** Files that came in before, the latest first. */
export function ImportList() {
  const { say, language } = useWords();
  const { items } = useImports();
  if (items.length === 0) return null;
  return (
    <RowList label={say('import.before')}>
      {items.map((item) => (
        <Row
          key={item.id}
          name={
            <Link to="/import/$id" params={{ id: item.id }}>
              {item.fileName}
            </Link>
          }
          beside={<span>{say(`import.state.${item.state}`)}</span>}
          reason={
            <>
              <span>{say('import.by', { name: item.createdBy, time: sayMoment(item.createdAt, language) })}</span>
              {item.tally.held > 0 ? (
                <span className="gold">{say('import.waiting', { count: item.tally.held })}</span>
              ) : null}
            </>
          }
        />
      ))}
    </RowList>
  );
}
