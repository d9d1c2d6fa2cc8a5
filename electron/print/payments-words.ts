import type { OutcomeLine } from '../../shared/contract/payments.ts'

/** What became of a line, in words. A code is plain English with underscores. */
export function outcomeText({ posting, problem }: OutcomeLine): string {
  if (posting !== null) return `Posted as ${posting}`
  if (problem === null) return 'Not posted'
  return `Not posted: ${problem.code.replaceAll('_', ' ').toLowerCase()}`
}
