import type { QueryClient } from '@tanstack/react-query';

/**
 * Asks anew for all that is shown, after something was changed, and waits for it. What is under way is given up first:
 * a first question is otherwise not asked again, and its answer may be from before the change.
 */
export async function askAnew(client: QueryClient): Promise<void> {
  await client.cancelQueries();
  await client.invalidateQueries();
}
