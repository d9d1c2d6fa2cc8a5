import type { StatementLine } from '../../../shared/contract/accounts.ts'
import { amountWidth } from '../../components/figure.ts'

type Line = Pick<StatementLine, 'side' | 'amount' | 'balanceAfter'>

/** The widths of the columns debit, credit and balance, in pixels, for these lines; at least the given ones. */
export function postingWidths(
  lines: readonly Line[],
  currency: string,
  least: { readonly side: number; readonly balance: number },
) {
  const amounts = (wanted: Line['side']) =>
    lines.filter(({ side }) => side === wanted).map(({ amount }) => amount)
  const balances = lines.map(({ balanceAfter }) => balanceAfter)
  return {
    debit: amountWidth(amounts('DEBIT'), currency, least.side),
    credit: amountWidth(amounts('CREDIT'), currency, least.side),
    balance: amountWidth(balances, currency, least.balance),
  }
}
