import type { TFunction } from 'i18next'
import type { StatementTotals } from '../../../shared/contract/accounts.ts'
import type { TableSum } from '../../components/table-foot.tsx'

/** The foot of a statement that was narrowed: both sides, and of a period the balances before and after it. */
export function statementSums(
  totals: StatementTotals | null,
  currency: string,
  t: TFunction<'accounts'>,
): readonly TableSum[] {
  if (totals === null) return []
  const { opening, debits, credits, closing } = totals
  const sums = [
    { label: t('look.opening'), value: opening },
    { label: t('look.debits'), value: debits },
    { label: t('look.credits'), value: credits },
    { label: t('look.closing'), value: closing },
  ]
  return sums.flatMap(({ label, value }) => (value === null ? [] : [{ label, value, currency }]))
}
