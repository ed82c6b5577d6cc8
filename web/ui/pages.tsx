import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from './button.tsx';

interface Page<Item> {
  items: Item[];
  next?: string | undefined;
}

/**
 * A list of a door, page by page: `ask` is given the cursor of every page but the first. `first`: the page that also
 * tells what belongs to the whole list.
 */
export function usePages<Item, Rest>(
  queryKey: unknown[],
  ask: (from: { cursor?: string }) => Promise<Page<Item> & Rest>,
) {
  const query = useInfiniteQuery({
    queryKey,
    initialPageParam: '',
    queryFn: ({ pageParam }) => ask(pageParam ? { cursor: pageParam } : {}),
    getNextPageParam: (last) => last.next,
  });
  const pages = query.data?.pages ?? [];
  return { query, first: pages[0], items: pages.flatMap((page) => page.items) };
}

interface MoreProps {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
  children: string;
}

/** The button for the next page of a list, while there is one. */
export function More({ query, children }: MoreProps) {
  if (!query.hasNextPage) return null;
  return (
    <p className="inset">
      <MoreHere query={query}>{children}</MoreHere>
    </p>
  );
}

/** The same in a place that has its own margins. */
export function MoreHere({ query, children }: MoreProps) {
  if (!query.hasNextPage) return null;
  return (
    <Button kind="text" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
      {children}
    </Button>
  );
}
