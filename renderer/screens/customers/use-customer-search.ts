import { useDebouncedValue } from '@mantine/hooks'
import type { CustomerRow } from '../../../shared/contract/customers.ts'
import type { Failure } from '../../calls/api.ts'
import { useQueryCall } from '../../calls/use-call.ts'

const DELAY_MS = 120

export type CustomerSearch = {
  /** What was asked, without spaces around it. */
  readonly text: string
  /** The best fit first; undefined until the first answer has come, empty if nothing is asked. */
  readonly people: readonly CustomerRow[] | undefined
  readonly failure: Failure | null
  readonly searching: boolean
  /** The people are those of what is typed now. */
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
  return {
    text,
    people: canAsk ? found.data?.customers : [],
    failure: found.failure,
    searching: canAsk && found.fetching,
    settled: text === wanted && !found.fetching,
  }
}
