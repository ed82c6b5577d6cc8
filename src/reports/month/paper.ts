import { dayInChina, minuteInChina } from '../../platform/clock.ts';
import type { Language } from '../../platform/words/sentence.ts';
import { contractSection } from './contract-paper.ts';
import { counted, figure, filled, joined, type Narrowed, printed } from './pieces.ts';
import { FIGURES_SHOWN, hoursOf } from './rules.ts';
import type { Counted, Figures, Paper, Piece } from './schema.ts';
import { PAPER_WORDS, type PaperWords } from './words.ts';

type Section = Paper['sections'][number];

/** 7 月 1 日 10:00, as it is in China. */
function momentIn(language: Language, instant: string): string {
  const said = minuteInChina(new Date(instant));
  const [, month, day, time] = said.split(/[- ]/);
  return language === 'zh' ? `${Number(month)} 月 ${Number(day)} 日 ${time}` : said;
}

const plain = (heading: string, paragraphs: Piece[][]): Section => ({ heading, paragraphs, table: null });

function kindClause(words: PaperWords, figures: Counted['kinds'][number]): Piece[] {
  const { kind } = figures;
  const names = ['events', 'people', 'personTimes', 'households', 'householdTimes', 'sessions', 'occasions'] as const;
  const slots = Object.fromEntries(names.map((name) => [name, figure(words, figures, name)]));
  return filled(words.kinds[kind], slots);
}

/** Under twenty a percentage would say more than is known. */
function share(words: PaperWords, { proven, events, ...rest }: Figures): Piece {
  const piece = figure(words, { ...rest, proven, events }, 'proven');
  return events < 20 ? piece : { ...piece, text: `${piece.text}（${Math.round((proven / events) * 100)}%）` };
}

/** Visits that are no 户次, so that nobody wonders where they went. */
function leftOut(words: PaperWords, { unmet, again, byPhone }: Counted): Piece[] {
  const said = (
    [
      ['unmet', 'unmet', unmet],
      ['again', 'again', again],
      ['byPhone', 'by-phone', byPhone],
    ] as const
  ).flatMap(([word, count, value]) =>
    value > 0 ? [filled(words.leftOut[word], { count: counted(words.units.events, value, { count }) })] : [],
  );
  return said.length > 0 ? filled(words.leftOut.is, { parts: joined(said, words.comma) }) : [];
}

/** Acts whose time is in no sum, so that no figure of hours stands bare where it is not whole. */
export function notWorked(words: PaperWords, { doubts }: Counted): Piece[] {
  const said = (
    [
      ['minutes', 'no-minutes'],
      ['worker', 'no-worker'],
    ] as const
  ).flatMap(([word, doubt]) => {
    const found = doubts.find((one) => one.doubt === doubt);
    const count = found && counted(words.units.proven, found.count, { count: doubt });
    return count ? [filled(words.notWorked[word], { count })] : [];
  });
  return said.length > 0 ? filled(words.notWorked.is, { parts: joined(said, words.comma) }) : [];
}

function whole(words: PaperWords, report: Counted): Piece[][] {
  const { total } = report;
  if (total.events === 0) return [[{ text: words.none }]];
  const kinds = joined(
    report.kinds.map((one) => kindClause(words, one)),
    words.semicolon,
  );
  const one = (which: keyof Figures) => figure(words, total, which);
  return [
    filled(words.whole, { people: one('people'), personTimes: one('personTimes'), kinds }),
    [
      ...filled(words.worked, { worked: one('worked') }),
      ...notWorked(words, report),
      ...leftOut(words, report),
      ...filled(words.proven, { events: printed(total.events), proven: share(words, total) }),
      ...(total.outside > 0 ? filled(words.outside, { outside: one('outside') }) : []),
    ],
  ];
}

function fields(words: PaperWords, report: Counted): Section {
  const row = (name: string, figures: Narrowed) => [
    [{ text: name }],
    ...FIGURES_SHOWN.map((which) => [figure(words, figures, which)]),
  ];
  return {
    heading: words.headings.fields,
    paragraphs: [[{ text: words.everybodyOnce }]],
    table: {
      head: [...words.columns],
      rows: [...report.fields.map((one) => row(words.fields[one.field], one)), row(words.together, report.total)],
    },
  };
}

function gave(words: PaperWords, who: 'residents' | 'committee', given: { minutes: number; amount: number }): Piece[] {
  const by = who === 'residents' ? 'resident' : 'committee';
  const hours = counted(words.units.hours, hoursOf(given.minutes), { count: `${by}-hours` });
  const money = counted(words.units.spent, given.amount, { count: `${by}-money` });
  const said = [
    ...(given.minutes > 0 ? [filled(words.given.hours, { hours })] : []),
    ...(given.amount > 0 ? [filled(words.given.money, { money })] : []),
  ];
  if (said.length === 0) return [];
  return [{ text: words.given[who] }, ...joined(said, words.given.and), { text: words.stop }];
}

function residents(words: PaperWords, { given }: Counted): Piece[] {
  const said = [...gave(words, 'residents', given.residents), ...gave(words, 'committee', given.committee)];
  return said.length > 0 ? said : [{ text: words.given.none }];
}

function money(words: PaperWords, { spending, total }: Counted): Piece[] {
  if (spending.length === 0) return [{ text: words.nothingSpent }];
  const lines = spending.map(({ budgetLine, amount }) =>
    filled(words.spentOn, {
      line: budgetLine || words.noLine,
      amount: counted(words.units.spent, amount, { count: 'spent', budgetLine }),
    }),
  );
  return filled(words.spent, { spent: figure(words, total, 'spent'), lines: joined(lines, words.comma) });
}

/** Names nobody: the paper leaves the station, and what was agreed with somebody is hers. */
function next(words: PaperWords, { plan }: Counted): Piece[] {
  const notices = plan.notices.map(({ startsAt, title }) => {
    const day = dayInChina(new Date(startsAt)).slice(5);
    const said = words === PAPER_WORDS.zh ? `${Number(day.slice(0, 2))} 月 ${Number(day.slice(3))} 日` : day;
    return filled(words.notice, { day: said, title });
  });
  const said = [
    ...(plan.visits > 0 ? filled(words.dueVisits, { n: printed(plan.visits) }) : []),
    ...(plan.steps.length > 0 ? filled(words.steps, { n: printed(plan.steps.length) }) : []),
    ...(notices.length > 0 ? filled(words.notices, { notices: joined(notices, words.semicolon) }) : []),
  ];
  return said.length > 0 ? said : [{ text: words.nothingNext }];
}

function attached(words: PaperWords, report: Counted): Piece[][] {
  const visits = report.kinds.find(({ kind }) => kind === 'visit');
  const list = [
    ...(visits
      ? [
          filled(words.attachments.visits, {
            count: counted(words.units.proven, visits.events, { count: 'events', kind: 'visit' }),
          }),
        ]
      : []),
    ...report.attachments.map(({ kind, count }) =>
      filled(words.attachments[kind], { count: counted(words.units.sheets, count, { count: kind }) }),
    ),
  ];
  return list.length > 0 ? [filled(words.attached, { attachments: joined(list, words.comma) })] : [];
}

/** The report as it is printed: the same pieces on the screen, on paper and in the Word file. */
export function paperOf(report: Counted, station: string, language: Language): Paper {
  const words = PAPER_WORDS[language];
  const [year = '', month = ''] = report.month.split('-');
  const at = momentIn(language, report.asOf);
  const text = (template: string, slots: Record<string, string>) =>
    filled(template, slots)
      .map((piece) => piece.text)
      .join('');
  const { headings } = words;
  const contract = contractSection(words, report);
  const sections = [
    plain(headings.whole, whole(words, report)),
    ...(report.total.events > 0 ? [fields(words, report)] : []),
    ...(contract ? [contract] : []),
    plain(headings.residents, [residents(words, report)]),
    plain(headings.money, [money(words, report)]),
    plain(headings.next, [next(words, report)]),
  ];
  return {
    title: text(words.title, { station }),
    context: text(words.context, { year, month: language === 'zh' ? String(Number(month)) : month, at }),
    sections: sections.map((one, nth) => ({ ...one, heading: `${words.numbered[nth] ?? ''}${one.heading}` })),
    attached: attached(words, report),
    signatures: [...words.signatures],
    seal: words.seal,
    code: report.head ? text(words.code, { code: report.head.code, lines: String(report.head.lines) }) : '',
  };
}
