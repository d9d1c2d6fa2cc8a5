import { isOwed } from '../../../shared/rules/account-kinds.ts'
import { accountsOf, type EffectLine } from './effect-lines.ts'
import { readLabel } from './account-words.ts'

/** One balance of one account before and after a posting, as decimal text. */
export type BalanceLine = {
  readonly id: string
  /** `cash` is the balance of an account of the bank's own. */
  readonly what: 'ledger' | 'available' | 'owed' | 'mayDraw' | 'cash'
  /** Which of two customers' accounts; null where there is only one. */
  readonly whose: 'from' | 'to' | null
  readonly label: string | null
  readonly before: string | null
  readonly after: string | null
}

const WHOSE = { DEBIT: 'from', CREDIT: 'to' } as const

/** Whoever counts a till must not know what it should hold, so its balance is shown nowhere. */
const isTill = ({ holder, label }: EffectLine) =>
  holder === null && (label === null || readLabel(label).bank === undefined)

/** The balances that a posting changes, each once, a customer's before the bank's own; a till's is not shown. */
export function balanceLines(lines: readonly EffectLine[]): readonly BalanceLine[] {
  const accounts = accountsOf(lines).filter((line) => !isTill(line))
  const customers = accounts.filter(({ holder }) => holder !== null)
  const whose = (line: EffectLine) => (customers.length > 1 ? WHOSE[line.side] : null)
  return [
    ...customers.flatMap((line, at) => customerBalances(line, whose(line), `customer ${at}`)),
    ...accounts.filter(({ holder }) => holder === null).map((line, at) => cashBalance(line, `bank ${at}`)),
  ]
}

function customerBalances(line: EffectLine, whose: BalanceLine['whose'], id: string): BalanceLine[] {
  const { label, ledgerBefore, ledgerAfter, availableBefore, availableAfter } = line
  const { customers } = readLabel(label ?? '')
  const owed = customers !== undefined && isOwed(customers)
  const common = { whose, label }
  return [
    {
      ...common,
      id: `${id} ledger`,
      what: owed ? 'owed' : 'ledger',
      before: ledgerBefore,
      after: ledgerAfter,
    },
    {
      ...common,
      id: `${id} available`,
      what: owed ? 'mayDraw' : 'available',
      before: availableBefore,
      after: availableAfter,
    },
  ]
}

const cashBalance = ({ label, ledgerBefore, ledgerAfter }: EffectLine, id: string): BalanceLine => ({
  id,
  what: 'cash',
  whose: null,
  label,
  before: ledgerBefore,
  after: ledgerAfter,
})
