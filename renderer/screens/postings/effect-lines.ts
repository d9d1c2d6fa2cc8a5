import type { AccountView } from '../../../shared/contract/accounts.ts'
import type { Leg } from '../../../shared/contract/postings.ts'
import type { SessionView } from '../../../shared/contract/sessions.ts'
import type { SlipKind } from './counter-work.ts'

/** A leg as far as it is known: figures are missing until the ledger has said them. */
export type EffectLine = {
  readonly side: Leg['side']
  /** The kind of account, or the till's name; null while no account is chosen. */
  readonly label: string | null
  /** A customer's account has a holder, a till has none. */
  readonly holder: string | null
  readonly accountNumber: string | null
  readonly amount: string | null
  readonly ledgerBefore: string | null
  readonly ledgerAfter: string | null
  readonly availableBefore: string | null
  readonly availableAfter: string | null
}

const nothing: EffectLine = {
  side: 'DEBIT',
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
    ? { ...nothing, holder: '' }
    : {
        ...nothing,
        label: account.accountType,
        holder: account.customerName,
        accountNumber: account.accountNumber,
        ledgerBefore: account.ledgerBalance,
        availableBefore: account.availableBalance,
      }

const lineOfTill = (till: SessionView['till']): EffectLine =>
  till === null ? nothing : { ...nothing, label: till.name, ledgerBefore: till.balance }

/** Both legs before the ledger was asked: the right accounts on the right sides, without an amount. */
export function expectedLines(
  kind: SlipKind,
  from: AccountView | undefined,
  to: AccountView | undefined,
  till: SessionView['till'],
): readonly [EffectLine, EffectLine] {
  const typed = lineOfAccount(from)
  const [debit, credit] =
    kind === 'deposit'
      ? [lineOfTill(till), typed]
      : [typed, kind === 'withdrawal' ? lineOfTill(till) : lineOfAccount(to)]
  return [
    { ...debit, side: 'DEBIT' },
    { ...credit, side: 'CREDIT' },
  ]
}

export type BalanceLine = {
  readonly id: string
  readonly what: 'ledger' | 'available' | 'owed' | 'mayDraw' | 'cash'
  /** Which of a transfer's two accounts; null where there is only one. */
  readonly whose: 'from' | 'to' | null
  readonly label: string | null
  readonly before: string | null
  readonly after: string | null
}

/** The balances that a posting changes, a customer's before the till's. */
export function balanceLines(lines: readonly [EffectLine, EffectLine]): readonly BalanceLine[] {
  const isTransfer = lines.every(({ holder }) => holder !== null)
  const ofCustomers = lines
    .filter(({ holder }) => holder !== null)
    .flatMap((line) => {
      const whose = isTransfer ? (line.side === 'DEBIT' ? ('from' as const) : ('to' as const)) : null
      const isLoan = line.label === 'LOAN'
      const { label, side } = line
      return [
        {
          id: `${side} ledger`,
          what: isLoan ? ('owed' as const) : ('ledger' as const),
          whose,
          label,
          before: line.ledgerBefore,
          after: line.ledgerAfter,
        },
        {
          id: `${side} available`,
          what: isLoan ? ('mayDraw' as const) : ('available' as const),
          whose,
          label,
          before: line.availableBefore,
          after: line.availableAfter,
        },
      ]
    })
  const ofTills = lines
    .filter(({ holder }) => holder === null)
    .map(({ side, label, ledgerBefore, ledgerAfter }) => ({
      id: `${side} cash`,
      what: 'cash' as const,
      whose: null,
      label,
      before: ledgerBefore,
      after: ledgerAfter,
    }))
  return [...ofCustomers, ...ofTills]
}
