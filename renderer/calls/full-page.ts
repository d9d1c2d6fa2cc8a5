/** Rows of a long list, and after which one it goes on; null at its end. */
export type Page<Row> = { readonly rows: readonly Row[]; readonly next: string | null }

/** What is found in so long is shown before the rest is looked for. */
const SHOWN_AFTER_MS = 500

/**
 * A page of so many rows. The database looks at a limited number of rows for each call: where it found fewer than were wanted, it says how
 * far it came, and is asked to go on from there until the page is full, the list ends, `signal` says that nobody waits, or some time is over.
 */
export async function fullPage<Row>(
  read: (before: string | null, limit: number) => Promise<Page<Row>>,
  before: string | null,
  limit: number,
  signal: AbortSignal,
): Promise<Page<Row>> {
  const until = performance.now() + SHOWN_AFTER_MS
  const rows: Row[] = []
  let next = before
  do {
    const page = await read(next, limit - rows.length)
    rows.push(...page.rows)
    next = page.next
  } while (rows.length < limit && next !== null && performance.now() < until && !signal.aborted)
  return { rows, next }
}
