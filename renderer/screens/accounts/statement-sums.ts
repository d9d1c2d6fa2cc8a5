import type { TFunction } from 'i18next'
import type { StatementLine, StatementTotals } from '../../../shared/contract/accounts.ts'
import { parseAmount, toDecimal } from '../../../shared/money.ts'
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

/**
 * What lines come to that were looked for: both sides, and no balances; null while they are not known. Amounts are the ledger's, in
 * `currency`.
 */
export function totalsOf(
  lines: readonly Pick<StatementLine, 'side' | 'amount'>[] | undefined,
  currency: string,
): StatementTotals | null {
  if (lines === undefined) return null
  const minorOf = (amount: string) => {
    const money = parseAmount(amount, currency)
    return money.ok ? money.value.minor : 0n
  }
  const sum = (wanted: StatementLine['side']) =>
    toDecimal({
      minor: lines.reduce((all, { side, amount }) => (side === wanted ? all + minorOf(amount) : all), 0n),
      currency,
    })
  return { count: lines.length, debits: sum('DEBIT'), credits: sum('CREDIT'), opening: null, closing: null }
}
