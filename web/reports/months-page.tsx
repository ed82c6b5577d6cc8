import { useNavigate, useSearch } from '@tanstack/react-router';
import { useWords } from '../i18n/words.ts';
import { type MyStation, overseenBy, useSession } from '../shell/session.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Row, RowList } from '../ui/rows.tsx';
import { HandedIn, monthHandedIn, ReturnMonth, useMonthReports } from './county-months.tsx';
import { MonthChoice } from './month-choice.tsx';
import { partsOf } from './months.ts';

/** 报告 for whoever sees stations and no records: a month of them all, and for the county the way to return it. */
export function MonthsPage() {
  const { say } = useWords();
  const { me } = useSession();
  const navigate = useNavigate();
  const { month = monthHandedIn() } = useSearch({ strict: false }) as { month?: string };
  const { of, known, handedIn, failure } = useMonthReports(month);
  const choose = (chosen: string) =>
    void navigate({ to: '/reports', search: { month: chosen } as never, replace: true });
  return (
    <>
      <PageHead
        title={say('county.month', partsOf(month))}
        beside={overseenBy(me)?.name}
        context={say('stations.officer-todo')}
        above={<MonthChoice month={month} onMonth={choose} />}
      />
      <ErrorLine sentence={failure?.sentence} />
      <RowList label={known ? say('county.handed', { count: handedIn, all: me.stations.length }) : undefined}>
        {me.stations.map((one) => (
          <Row key={one.id} name={one.name} reason={known ? <HandedIn handed={of(one.id)} /> : undefined}>
            <Returning handed={of(one.id)} month={month} station={one} />
          </Row>
        ))}
      </RowList>
    </>
  );
}

interface ReturningProps {
  handed: ReturnType<ReturnType<typeof useMonthReports>['of']>;
  month: string;
  station: MyStation;
}

/** Only the county returns a month, and only one that it holds. */
function Returning({ handed, month, station }: ReturningProps) {
  if (!handed || handed.reopened || !station.roles.includes('officer')) return null;
  return <ReturnMonth handed={handed} month={month} name={station.name} />;
}
