import type { ProvedAccount } from '../../../shared/contract/proof-views.ts'
import { fromLedger } from '../../../shared/money.ts'

/** Whether an account stands where its entries lead; of a till that is held nothing is told. */
export function agreementOf(account: ProvedAccount): 'agrees' | 'differs' | 'held' {
  const { closing, standsAt, currency } = account
  if (closing === null || standsAt === null) return 'held'
  return fromLedger(closing, currency).minor === fromLedger(standsAt, currency).minor ? 'agrees' : 'differs'
}
