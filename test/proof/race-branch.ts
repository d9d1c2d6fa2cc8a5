import type { StaffName, TestBranch } from '../support/branch.ts'
import { only } from '../support/queries.ts'

/** Something that several people do at the same moment; answers what came out wrong. */
export type Race = {
  readonly says: string
  readonly run: (branch: TestBranch, seed: number) => Promise<string[]>
}

export const PEOPLE = [
  'teller',
  'teller2',
  'supervisor',
  'supervisor2',
] as const satisfies readonly StaffName[]

/** The same numbers for the same seed, from 0 up to one less than `below`. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed + 1
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

export function pick<T>(list: readonly T[], number: number): T {
  const found = list[number % list.length]
  if (found === undefined) throw new Error('Nothing to pick from')
  return found
}

/** How many came to each end: done, or refused by a name. Anything else, such as a deadlock, is a fault by itself. */
export function ends(outcomes: readonly PromiseSettledResult<unknown>[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const outcome of outcomes) {
    const name = outcome.status === 'fulfilled' ? 'DONE' : nameOf(outcome.reason)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

const nameOf = ({ code, constraint, message }: { code?: string; constraint?: string; message?: string }) =>
  code === 'CX000' ? String(constraint) : `${code}: ${message}`

/** What differs from what should have come out, if anything. */
export function unlike(what: string, is: unknown, should: unknown): string[] {
  const [found, wanted] = [is, should].map((value) =>
    JSON.stringify(
      value instanceof Map
        ? Object.fromEntries(
            [...value].toSorted(([one], [other]) => String(one).localeCompare(String(other))),
          )
        : value,
    ),
  )
  return found === wanted ? [] : [`${what}: ${found} instead of ${wanted}`]
}

/** One value of the database, as the superuser reads it. */
export async function valueOf(
  branch: TestBranch,
  query: string,
  values: unknown[] = [],
): Promise<string | null> {
  const { rows } = await branch.database.superuser.query<{ value: string | null }>(
    `SELECT (${query})::text AS value`,
    values,
  )
  return only(rows).value
}

export const TOTAL = 'SELECT sum(ledger_balance) FROM balances WHERE account_id = ANY ($1)'
