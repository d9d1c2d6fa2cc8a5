import { type Money, toDecimal } from '../../shared/money.ts'
import type { PostingView } from '../../shared/contract/postings.ts'
import type { Presenter } from '../../shared/contract/presenter.ts'
import type { CustomerAccountType } from '../../shared/rules/account-kinds.ts'
import type { DB } from '../db/tables.ts'

/** An account by its id, or the bank's own of a kind: the caller's till (TELLER_CASH) or their branch's. */
export type JournalAccount = { readonly id: string } | { readonly own: BankAccountType }
type BankAccountType = Exclude<DB['accounts']['account_type'], CustomerAccountType>

/** One leg of a posting. */
export type JournalLeg = {
  readonly side: 'DEBIT' | 'CREDIT'
  readonly account: JournalAccount
  readonly amount: Money
}

/** Two or more legs whose debits equal their credits, in one currency. */
export type Journal = {
  readonly type: PostingView['transactionType']
  readonly legs: readonly JournalLeg[]
  readonly currency: string
  /** Who signs for the account that is debited; none, or left out, means its holder. */
  readonly signedBy?: readonly string[]
  /** Who stands at the counter with cash, where it is not the holder of the account. */
  readonly presenter?: Presenter
}

/** A journal with the key and the description under which it is posted. */
export type Posting = Journal & { readonly key: string; readonly description: string | null }

/** PostgreSQL's literal of `posting_leg[]`. */
export const legsText = (legs: readonly JournalLeg[]): string => `{${legs.map(legText).join(',')}}`

/** PostgreSQL's literal of `posting_item[]`. */
export const itemsText = (postings: readonly Posting[]): string => `{${postings.map(itemText).join(',')}}`

// Identifiers, kinds, sides and decimals need no quoting of their own.
const legText = ({ account, side, amount }: JournalLeg): string => {
  const named = 'id' in account ? `${account.id},` : `,${account.own}`
  return quoted(`(${named},${side},${toDecimal(amount)})`)
}

const itemText = ({ key, type, legs, currency, description }: Posting): string =>
  quoted(
    `(${key},${type},${quoted(legsText(legs))},${quoted(currency)},${description === null ? '' : quoted(description)},)`,
  )

/** An element of an array, or a field of a row, whatever it contains. */
const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, (sign) => `\\${sign}`)}"`
