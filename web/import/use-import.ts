import { useQuery } from '@tanstack/react-query';
import type { ImportLine } from '../../src/reports/import/schema.ts';
import { api } from '../api/client.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { usePages } from '../ui/pages.tsx';

/** Files that came in, the latest first. */
export function useImports(): { items: ImportLine[] } {
  const { me } = useSession();
  const station = useStation();
  const query = useQuery({
    queryKey: [me.id, 'imports', station.id],
    queryFn: () => api.reports.imports({ station: station.id }),
  });
  return { items: query.data?.items ?? [] };
}

/** One import: what became of its rows. */
export function useImport(id: string) {
  const { me } = useSession();
  const station = useStation();
  return useQuery({
    queryKey: [me.id, 'import', station.id, id],
    queryFn: () => api.reports.import({ station: station.id, id }),
  });
}

/** Its rows in one state, page by page. */
export function useImportRows(id: string, state: 'held' | 'flagged' | 'skipped' | 'placed') {
  const { me } = useSession();
  const station = useStation();
  return usePages([me.id, 'import', station.id, id, state], (from) =>
    api.reports.importRows({ station: station.id, id, state, ...from }),
  );
}
