import { KINDS } from './kinds.ts'
import { literally } from './mutant.ts'

/** What vitest replaces in the title of a test that is written once for many cases. */
const REPLACED = /%[a-z]|\\\$\w+/g

/** The title of the test that is said to see this fault, if it was another one that did. */
export function namedInstead(fault: string, caughtBy: string): string | null {
  const named = Object.values(KINDS)
    .flat()
    .find(([planted]) => planted === fault)
  if (named === undefined) return null
  const [, , title] = named
  return new RegExp(literally(title).replaceAll(REPLACED, '.*')).test(caughtBy) ? null : title
}
