import type { ChartAccount, CodeBalance } from '../../../shared/contract/book-views.ts'
import { add, fromLedger, toDecimal, type Money } from '../../../shared/money.ts'

/** A line of the trial balance: a code in one currency. A null code is of what the chart does not name. */
export type BalanceRow = {
  readonly code: string | null
  readonly name: string | null
  readonly depth: number
  readonly currency: string
  readonly debits: string
  readonly credits: string
  /** Debits minus credits. */
  readonly balance: string
}

export const rowKey = ({ code, currency }: Pick<BalanceRow, 'code' | 'currency'>): string =>
  `${code ?? ''} ${currency}`

/** Debits minus credits, as decimal text. */
export const balanceOf = ({
  debits,
  credits,
  currency,
}: Pick<CodeBalance, 'debits' | 'credits' | 'currency'>) =>
  toDecimal({ minor: minor(debits, currency) - minor(credits, currency), currency })

const minor = (text: string, currency: string) => fromLedger(text, currency).minor

/** The lines in the order of the chart, each code after the one above it; what the chart does not name stands last. */
export function balanceRows(
  chart: readonly ChartAccount[],
  balances: readonly CodeBalance[],
): readonly BalanceRow[] {
  const rowsOf = (code: string | null, name: string | null, depth: number) =>
    balances
      .filter((balance) => balance.code === code)
      .toSorted((one, other) => one.currency.localeCompare(other.currency))
      .map(({ currency, debits, credits }) => {
        return {
          code,
          name,
          depth,
          currency,
          debits,
          credits,
          balance: balanceOf({ debits, credits, currency }),
        }
      })
  return [...chart.flatMap(({ code, name, depth }) => rowsOf(code, name, depth)), ...rowsOf(null, null, 0)]
}

/** All debits and all credits by currency: the lines at the top hold everything beneath them. */
export function totals(rows: readonly BalanceRow[]): readonly { debits: Money; credits: Money }[] {
  const sums = new Map<string, { debits: Money; credits: Money }>()
  for (const { depth, currency, debits, credits } of rows) {
    if (depth > 0) continue
    const none = { minor: 0n, currency }
    const sum = sums.get(currency) ?? { debits: none, credits: none }
    sums.set(currency, {
      debits: add(sum.debits, fromLedger(debits, currency)),
      credits: add(sum.credits, fromLedger(credits, currency)),
    })
  }
  return [...sums.values()]
}
