import { useDebouncedValue } from '@mantine/hooks'
import type { CustomerRow } from '../../../shared/contract/customers.ts'
import { currentIf, mapAnswer, type Answer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'

const DELAY_MS = 120

export type CustomerSearch = {
  /** What was asked, without spaces around it. */
  readonly text: string
  /** The best fit first; null while nothing is asked. It is current only if it answers what is typed now. */
  readonly people: Answer<readonly CustomerRow[]> | null
  /** There is an answer to what is typed now, even if it is that nothing can be known. */
  readonly settled: boolean
}

type Options = {
  readonly limit: number
  readonly enabled?: boolean
  /** Fewer letters than this are not asked for. */
  readonly shortest?: number
}

/** Finds customers by name, number, phone or e-mail as text is typed; the last list stays until the next has come. */
export function useCustomerSearch(
  typed: string,
  { limit, enabled = true, shortest = 1 }: Options,
): CustomerSearch {
  const wanted = typed.trim()
  const [text] = useDebouncedValue(wanted, DELAY_MS)
  const canAsk = enabled && text.length >= shortest
  const found = useQueryCall('customers.search', { text, limit }, { enabled: canAsk, keep: true })
  const isOfTyped = text === wanted
  const people = mapAnswer(found.answer, ({ customers }) => customers)
  return {
    text,
    people: canAsk ? currentIf(isOfTyped, people) : null,
    settled: isOfTyped && !found.fetching,
  }
}
