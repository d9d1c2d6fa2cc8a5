import type { AccountView } from '../../../shared/contract/accounts.ts'
import type { Leg } from '../../../shared/contract/postings.ts'
import type { SessionView } from '../../../shared/contract/sessions.ts'
import { slipKind, type Party, type SlipKind } from './slip-kinds.ts'

/** A leg as far as it is known: figures are missing until the ledger has answered. */
export type EffectLine = {
  readonly side: Leg['side']
  /** Null until the ledger has answered. */
  readonly accountId: string | null
  /** As in `Leg`; null while no account is chosen. */
  readonly label: string | null
  /** A customer's account has a holder, an account of the bank's own has none. */
  readonly holder: string | null
  readonly accountNumber: string | null
  readonly amount: string | null
  readonly ledgerBefore: string | null
  readonly ledgerAfter: string | null
  readonly availableBefore: string | null
  readonly availableAfter: string | null
}

const UNKNOWN: EffectLine = {
  side: 'DEBIT',
  accountId: null,
  label: null,
  holder: null,
  accountNumber: null,
  amount: null,
  ledgerBefore: null,
  ledgerAfter: null,
  availableBefore: null,
  availableAfter: null,
}

const lineOfAccount = (account: AccountView | undefined): EffectLine =>
  account === undefined
    ? { ...UNKNOWN, holder: '' }
    : {
        ...UNKNOWN,
        label: account.accountType,
        holder: account.customerName,
        accountNumber: account.accountNumber,
        ledgerBefore: account.ledgerBalance,
        availableBefore: account.availableBalance,
      }

const lineOfTill = (till: SessionView['till']): EffectLine =>
  till === null ? UNKNOWN : { ...UNKNOWN, label: till.name }

/** The two sides before the ledger was asked: the right accounts on the right sides, without an amount. */
export function expectedLines(
  kind: SlipKind,
  from: AccountView | undefined,
  to: AccountView | undefined,
  till: SessionView['till'],
): readonly [EffectLine, EffectLine] {
  const lineOf = (party: Party): EffectLine => {
    if (party === 'till') return lineOfTill(till)
    if (party === 'account') return lineOfAccount(from)
    return party === 'to' ? lineOfAccount(to) : { ...UNKNOWN, label: party }
  }
  const { debit, credit } = slipKind(kind)
  return [
    { ...lineOf(debit), side: 'DEBIT' },
    { ...lineOf(credit), side: 'CREDIT' },
  ]
}

/** Whether a line is what the account pays for the posting beside it: the bank's fee income has the same amount. */
export function isFee(line: EffectLine, lines: readonly EffectLine[]): boolean {
  const customers = lines.filter(({ holder }) => holder !== null)
  const earned = lines.some(({ label, amount }) => label === 'FEE_INCOME' && amount === line.amount)
  return earned && line.side === 'DEBIT' && customers.indexOf(line) > 0
}

/**
 * Each account of the lines once, even if several legs change it: its balances are those before the first of them and
 * after the last. Lines that the ledger has not answered yet are accounts of their own.
 */
export function accountsOf<L extends EffectLine>(lines: readonly L[]): readonly L[] {
  const accounts = new Map<string, L[]>()
  for (const [at, line] of lines.entries()) {
    const id = line.accountId ?? `expected ${at}`
    accounts.set(id, [...(accounts.get(id) ?? []), line])
  }
  return [...accounts.values()].map(inOneLine)
}

/** An account on both sides is paid into, and pays the fee of that out of what it has then. */
function inOneLine<L extends EffectLine>(lines: readonly L[]): L {
  const order = [
    ...lines.filter(({ side }) => side === 'CREDIT'),
    ...lines.filter(({ side }) => side === 'DEBIT'),
  ]
  const [first, last] = [order[0], order.at(-1)]
  if (first === undefined || last === undefined) throw new Error('An account of a posting has a line')
  return { ...first, ledgerAfter: last.ledgerAfter, availableAfter: last.availableAfter }
}
