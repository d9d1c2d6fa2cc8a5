import { BANK_ACCOUNT_TITLES } from '../../shared/account-words.ts'
import type { AccountView } from '../../shared/contract/accounts.ts'
import type { PostingView } from '../../shared/contract/postings.ts'
import type { PresenterView } from '../../shared/contract/presenter.ts'
import type { ReversalView } from '../../shared/contract/reversal-views.ts'
import type { Actor } from '../../shared/contract/fields.ts'
import { formatMoney, fromLedger } from '../../shared/money.ts'
import { branchTime } from '../../shared/rules/branch-time.ts'
import type { NumberFormat } from '../../shared/number-format.ts'

/** The customer's word for a kind of transaction. */
export const TRANSACTION_TITLE: Readonly<Record<PostingView['transactionType'], string>> = {
  DEPOSIT: 'Cash deposit',
  WITHDRAWAL: 'Cash withdrawal',
  TRANSFER: 'Transfer',
  FEE: 'Fee',
  INTEREST: 'Interest',
}

export const ACCOUNT_TITLE: Readonly<Record<AccountView['accountType'], string>> = {
  SAVINGS: 'Savings account',
  CURRENT: 'Current account',
  LOAN: 'Loan account',
}

/** A leg's label is a kind of account, or a till's own name. */
export const legTitle = (label: string): string =>
  Object.entries({ ...ACCOUNT_TITLE, ...BANK_ACCOUNT_TITLES }).find(([kind]) => kind === label)?.[1] ?? label

const SYSTEM: Readonly<Record<Actor['kind'], string>> = {
  PERSON: 'Nobody known',
  JOB: 'The system',
  RECOVERY: 'The system: recovery',
  CORRECTION: 'The system: correction',
  MIGRATION: 'The system: upgrade',
}

/** Who posted: the person, or what the system did and from what cause. */
export function actorText({ kind, person, causeType, cause }: Actor): string {
  if (person !== null) return person
  if (causeType === 'TILL_SESSION') return `The system: till difference, from the count of ${cause ?? ''}`
  return cause === null ? SYSTEM[kind] : `${SYSTEM[kind]}, from ${cause}`
}

/** Which posting it undoes, or by which it is undone; null for all others. */
export function reversalText(reversal: ReversalView | null): string | null {
  if (reversal === null) return null
  return `${reversal.direction === 'REVERSES' ? 'Reverses' : 'Reversed by'} ${reversal.reference}`
}

/** Who stood at the counter for somebody else, and for whom where that was not the holder of the account. */
export const presenterText = ({ name, onBehalfOf }: PresenterView): string =>
  onBehalfOf === null ? name : `${name}, for ${onBehalfOf}`

/** Decimal text of the ledger as people read it, without the currency: `1,204.50`. */
export const formatAmount = (ledgerText: string, currency: string, format: NumberFormat) =>
  formatMoney(fromLedger(ledgerText, currency), format)

// Months are written out: 03/04 is March to one reader and April to the next.
const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** `2026-11-23` as `23 Nov 2026`. A business date has no time zone. */
export const formatDate = (isoDate: string) => DAY.format(new Date(`${isoDate}T00:00:00Z`))

/** An instant by the branch's clock, with its offset: `23 Nov 2026, 14:05 +01:00`. */
export function formatTime(at: Date, timeZone: string): string {
  const { date, time, offset } = branchTime(at, timeZone)
  return `${formatDate(date)}, ${time.slice(0, 5)} ${offset}`
}
