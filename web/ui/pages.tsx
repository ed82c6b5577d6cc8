import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from './button.tsx';

interface Page<Item> {
  items: Item[];
  next?: string | undefined;
}

/** A list of a door, page by page: `ask` is given the cursor of every page but the first. */
export function usePages<Item>(queryKey: unknown[], ask: (from: { cursor?: string }) => Promise<Page<Item>>) {
  const query = useInfiniteQuery({
    queryKey,
    initialPageParam: '',
    queryFn: ({ pageParam }) => ask(pageParam ? { cursor: pageParam } : {}),
    getNextPageParam: (last) => last.next,
  });
  return { query, items: (query.data?.pages ?? []).flatMap((page) => page.items) };
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
      <Button kind="text" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {children}
      </Button>
    </p>
  );
}
