import { formatAccountNumber } from '../../shared/check-digit.ts'
import type { Leg, PostingView } from '../../shared/contract/postings.ts'
import { fromLedger } from '../../shared/money.ts'
import { whoSigned } from '../../shared/who-signed.ts'
import type { PrintOptions } from './document.ts'
import {
  actorText,
  formatAmount,
  formatDate,
  formatTime,
  legTitle,
  presenterText,
  reversalText,
  TRANSACTION_TITLE,
} from './words.ts'

/** What a receipt needs besides what every paper does. */
export type ReceiptOptions = PrintOptions & {
  /** It was printed before. */
  readonly isCopy?: boolean
  /** Of the branch that posted; null or absent: it has none. */
  readonly address?: string | null
}

/** Whose receipt it is, and which accounts in it are theirs: two people may have one name. */
export type Reader = { readonly name: string; readonly accountIds: readonly string[] }

type Fact = { readonly label: string; readonly value: string; readonly maxLines: number }

/** Everything that a receipt says, in words and in order, whatever it is printed on. */
export type ReceiptContent = {
  readonly isCopy: boolean
  readonly branch: string
  readonly address: string | null
  readonly title: string
  /** Why it is no proof of payment; null where it is one. */
  readonly notDone: string | null
  readonly amount: string
  readonly currency: string
  readonly facts: readonly Fact[]
  readonly legs: readonly {
    readonly side: string
    readonly account: string
    readonly amount: string
    readonly holder: string | null
  }[]
  readonly balances: readonly { readonly word: string; readonly account: string; readonly amount: string }[]
  /** What is signed for; null where nobody signs. */
  readonly signature: string | null
}

const NOT_DONE: Readonly<Record<Exclude<PostingView['status'], 'COMPLETED'>, string>> = {
  PENDING: 'Not completed yet. No proof of payment.',
  FAILED: 'Failed. No proof of payment.',
  CANCELLED: 'Cancelled. No proof of payment.',
}

/** The debit first, as in a journal. */
const debitFirst = (legs: readonly Leg[]) => legs.toSorted((a, b) => b.side.localeCompare(a.side))

/** A customer's leg has balances; a till's has none. */
type CustomersLeg = Leg & { readonly ledgerBefore: string; readonly ledgerAfter: string }

const isCustomers = (leg: Leg): leg is CustomersLeg =>
  leg.holder !== null && leg.ledgerBefore !== null && leg.ledgerAfter !== null

/**
 * The accounts whose balance the reader of this receipt may see: the customer's own, not a till's. Of a transfer between
 * two people each may see one; without a reader the receipt is the payer's.
 */
function balancesToShow(posting: PostingView, reader: Reader | null): CustomersLeg[] {
  const ofCustomers = lastOfEachAccount(debitFirst(posting.legs)).filter(isCustomers)
  if (ofCustomers.length < 2) return ofCustomers
  const theirs = reader?.accountIds ?? ofCustomers.slice(0, 1).map(({ accountId }) => accountId)
  return ofCustomers.filter(({ accountId }) => theirs.includes(accountId))
}

/** An account with two legs, such as a withdrawal and its fee, has one balance: the one after its last leg. */
const lastOfEachAccount = (legs: readonly Leg[]): Leg[] =>
  legs.filter(
    (leg, at) => !legs.slice(at + 1).some(({ accountNumber }) => accountNumber === leg.accountNumber),
  )

/** An account whose balance a debit increases holds what is owed to the bank: a loan. */
function isLoan(leg: CustomersLeg, currency: string): boolean {
  const grew = fromLedger(leg.ledgerAfter, currency).minor > fromLedger(leg.ledgerBefore, currency).minor
  return (leg.side === 'DEBIT') === grew
}

function factsOf(posting: PostingView, customerName: string | null, timeZone: string): Fact[] {
  const signers = whoSigned(posting)
  const { reversal, presenter, description } = posting
  const link = reversalText(reversal)
  const all: readonly [string, string | null, number][] = [
    ['Reference', posting.reference, 1],
    ['Business date', formatDate(posting.businessDate), 1],
    ['Posted', formatTime(new Date(posting.postedAt), timeZone), 1],
    ['Posted by', actorText(posting.actor), 2],
    ['Customer', customerName, 2],
    ['At the counter', presenter === null ? null : presenterText(presenter), 2],
    ['Signed by', signers.length === 0 ? null : signers.join(', '), 2],
    ['Reversal', link === null ? null : `${link}. ${reversal?.reason ?? ''}`, 2],
    ['Details', description, 3],
  ]
  return all.flatMap(([label, value, maxLines]) => (value === null ? [] : [{ label, value, maxLines }]))
}

/**
 * What the receipt of a posting says. `reader` says whose receipt it is; of a transfer between two customers it shows
 * only that customer's balance. A withdrawal has a line for the signature.
 */
export function receiptContent(
  posting: PostingView,
  reader: Reader | null,
  { timeZone, numberFormat, isCopy = false, address = null }: ReceiptOptions,
): ReceiptContent {
  const { currency } = posting
  const write = (text: string) => formatAmount(text, currency, numberFormat)
  return {
    isCopy,
    branch: posting.branchName,
    address,
    title: TRANSACTION_TITLE[posting.transactionType],
    notDone: posting.status === 'COMPLETED' ? null : NOT_DONE[posting.status],
    amount: write(posting.amount),
    currency,
    facts: factsOf(posting, reader?.name ?? null, timeZone),
    legs: debitFirst(posting.legs).map((leg) => ({
      side: leg.side === 'DEBIT' ? 'Debit' : 'Credit',
      account: `${formatAccountNumber(leg.accountNumber)}  ${legTitle(leg.label)}`,
      amount: write(leg.amount),
      holder: leg.holder,
    })),
    balances: balancesToShow(posting, reader).map((leg) => ({
      word: isLoan(leg, currency) ? 'Owed after' : 'Balance after',
      account: formatAccountNumber(leg.accountNumber),
      amount: `${currency} ${write(leg.ledgerAfter)}`,
    })),
    signature: posting.transactionType === 'WITHDRAWAL' ? 'Customer’s signature: cash received' : null,
  }
}
