import type { AccountView } from '../../../shared/contract/accounts.ts'
import type { Presenter } from '../../../shared/contract/presenter.ts'
import { toDecimal } from '../../../shared/money.ts'
import { readTypedPositive } from '../../i18n/amounts.ts'
import type { SlipDraft } from './counter-work.ts'
import { hasSecondAccount, isSigned, type Intent } from './slip-kinds.ts'

/** What is typed as an intent; null while an account is not found, both are the same, or the amount cannot be read. */
export function intentOf(
  { kind, amount: typed, signedBy: named }: SlipDraft,
  from: AccountView | undefined,
  to: AccountView | undefined,
  presenter?: Presenter,
): Intent | null {
  if (from === undefined) return null
  const { id: accountId, currency } = from
  const read = readTypedPositive(typed, currency)
  if (!read.ok) return null
  const amount = toDecimal(read.value)
  const signedBy = isSigned(kind) ? named : []
  const at = presenter === undefined ? {} : { presenter }
  if (!hasSecondAccount(kind)) return { accountId, toAccountId: '', amount, currency, signedBy, ...at }
  if (to === undefined || to.id === accountId) return null
  return { accountId, toAccountId: to.id, amount, currency, signedBy }
}
