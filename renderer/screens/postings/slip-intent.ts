import type { AccountView } from '../../../shared/contract/accounts.ts'
import type { SlipDraft } from './counter-work.ts'
import { hasSecondAccount, type Intent } from './slip-kinds.ts'
import { amountProblem } from './typed-problems.ts'

/** What is typed as an intent; null while an account is not found, both are the same, or the amount cannot be read. */
export function intentOf(
  { kind, amount }: SlipDraft,
  from: AccountView | undefined,
  to: AccountView | undefined,
): Intent | null {
  if (from === undefined || amountProblem(amount, from.currency) !== null) return null
  const { id: accountId, currency } = from
  if (!hasSecondAccount(kind)) return { accountId, toAccountId: '', amount, currency }
  if (to === undefined || to.id === accountId) return null
  return { accountId, toAccountId: to.id, amount, currency }
}
