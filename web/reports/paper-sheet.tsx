import type { Paper, Piece } from '../../src/reports/month/schema.ts';
import { useWords } from '../i18n/words.ts';

interface PaperSheetProps {
  paper: Paper;
  opened: Piece | undefined;
  onOpen: (piece: Piece) => void;
}

/** A table with more columns does not fit a phone. */
const WIDE = 6;

const keyOf = (piece: Piece) => JSON.stringify(piece.opens);

/** The paper itself, as it will be printed; every number on it can be opened. */
export function PaperSheet({ paper, opened, onOpen }: PaperSheetProps) {
  const { say } = useWords();
  const pieces = (list: Piece[]) => <Pieces pieces={list} opened={opened} onOpen={onOpen} />;
  return (
    <article className="paper" aria-label={say('report.paper')}>
      <h2 className="paper-title">{paper.title}</h2>
      <p className="paper-context">{paper.context}</p>
      {paper.sections.map((section) => (
        <section key={section.heading}>
          <h3>{section.heading}</h3>
          {section.table ? <PaperTable table={section.table} label={section.heading} pieces={pieces} /> : null}
          {section.table && section.table.head.length > WIDE ? (
            <span className="paper-hint note">{say('report.table-hint')}</span>
          ) : null}
          {section.paragraphs.map((list, nth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph has no identity but its place
            <p key={nth}>{pieces(list)}</p>
          ))}
        </section>
      ))}
      {paper.attached.map((list) => (
        <p key={list.map(({ text }) => text).join('')}>{pieces(list)}</p>
      ))}
      <div className="paper-foot">
        {paper.signatures.map((name) => (
          <span key={name} className="paper-signature">
            {name}
          </span>
        ))}
        <span className="paper-seal">{paper.seal}</span>
      </div>
      <p className="paper-code">{paper.code}</p>
    </article>
  );
}

interface PaperTableProps {
  table: NonNullable<Paper['sections'][number]['table']>;
  label: string;
  pieces: (list: Piece[]) => React.ReactNode;
}

function PaperTable({ table, label, pieces }: PaperTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="paper-table" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {table.head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name = [], ...cells]) => (
            <tr key={name[0]?.text}>
              <th scope="row">{pieces(name)}</th>
              {cells.map((cell, nth) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no identity but its column
                <td key={nth}>{pieces(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A number keeps the mark that follows it: no line begins with a comma. */
const MARKS = /^[，；、。：）]/;

function Pieces({ pieces, opened, onOpen }: { pieces: Piece[] } & Omit<PaperSheetProps, 'paper'>) {
  return pieces.map((piece, nth) => {
    const after = pieces[nth + 1];
    if (!piece.opens) return pieces[nth - 1]?.opens ? piece.text.replace(MARKS, '') : piece.text;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece has no identity but its place
      <span key={nth} className="paper-kept">
        <button
          type="button"
          className="paper-number"
          aria-pressed={opened !== undefined && keyOf(opened) === keyOf(piece)}
          onClick={() => onOpen(piece)}
        >
          {piece.text}
        </button>
        {after && !after.opens ? MARKS.exec(after.text)?.[0] : null}
      </span>
    );
  });
}
