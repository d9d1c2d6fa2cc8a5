import type { Movement } from '../support/interest-fold.ts'

/**
 * The ledger once more, without a database and by rules written anew: what model.ts compares with. Amounts are whole cents. Every account
 * is kept as debits less credits, whatever its kind.
 */

export type Who = 'teller' | 'teller2' | 'supervisor'
export type Kind = 'SAVINGS' | 'CURRENT' | 'LOAN'
export type PostingKind = 'DEPOSIT' | 'WITHDRAWAL' | 'TRANSFER'

/** An account: of a customer or a till by its number, or one of the bank's by its kind. */
export type Place =
  | `account ${number}`
  | `till ${number}`
  | 'VAULT'
  | 'SUSPENSE'
  | 'FEE_INCOME'
  | 'CASH_SHORT'
  | 'CASH_OVER'
  | 'INTEREST_INCOME'
  | 'INTEREST_EXPENSE'

/** A positive amount is a debit, a negative one a credit. `derived`: by the system and not by the person. */
export type Line = { readonly place: Place; readonly cents: bigint; readonly derived?: boolean }

export type Account = {
  readonly kind: Kind
  /** Which of the products of terms.ts it has. */
  readonly product: number
  readonly opened: string
  limit: bigint
  held: bigint
  status: 'ACTIVE' | 'SUSPENDED' | 'CLOSED'
  /** What changed its balance as its holder sees it, by value date. */
  readonly movements: Movement[]
  /** Interest that was posted, in cents. */
  earned: bigint
  owed: bigint
  feesDue: bigint[]
}

export type Till = { holder: Who | null; session: number; counted: bigint | null }

export type Posting = {
  readonly type: PostingKind
  readonly who: Who
  readonly cents: bigint
  readonly lines: readonly Line[]
  readonly date: string
  /** The till and its session, of a posting that moves cash. */
  readonly till: number | null
  readonly session: number
  state: 'COMPLETED' | 'PENDING' | 'CANCELLED' | 'FAILED'
  reversal: 'NONE' | 'REVERSED' | 'IS_REVERSAL'
  /** What a posting that waits has held, by account. */
  readonly holds: readonly Hold[]
}
export type Hold = { readonly account: number; readonly cents: bigint }

export type Oracle = {
  date: string
  isOpen: boolean
  /** The last day whose interest and fees are posted: it may still be worked on. */
  jobsDone: string | null
  readonly accounts: Account[]
  readonly tills: readonly Till[]
  readonly books: Map<Place, bigint>
  /** What has a receipt of a person, oldest first. */
  readonly postings: Posting[]
  /** Funds that somebody holds by hand; null: released. */
  readonly placed: (Hold | null)[]
  /** What was posted without a second person on this day. */
  readonly alone: Map<string, bigint>
}

export const newOracle = (date: string, vault: bigint): Oracle => ({
  date,
  isOpen: true,
  jobsDone: null,
  accounts: [],
  tills: [0, 1, 2].map(() => ({ holder: null, session: 0, counted: null })),
  books: new Map<Place, bigint>([
    ['VAULT', vault],
    ['SUSPENSE', -vault],
  ]),
  postings: [],
  placed: [],
  alone: new Map(),
})

export function at<T>(list: readonly T[], index: number): T {
  const found = list[index]
  if (found === undefined) throw new Error(`Nothing at ${index}`)
  return found
}

export const bookOf = ({ books }: Oracle, place: Place) => books.get(place) ?? 0n

/** The number of an account of a customer, or undefined. */
export const numberOf = (place: Place): number | undefined =>
  place.startsWith('account ') ? Number(place.slice(8)) : undefined

/** The balance as the holder sees it: what is saved, or what is owed on a loan. */
export const ledgerOf = (oracle: Oracle, index: number) =>
  bookOf(oracle, `account ${index}`) * (at(oracle.accounts, index).kind === 'LOAN' ? 1n : -1n)

/** What may still be drawn. */
export function availableOf(oracle: Oracle, index: number): bigint {
  const { kind, limit, held } = at(oracle.accounts, index)
  const ledger = ledgerOf(oracle, index)
  return kind === 'LOAN' ? limit - ledger - held : ledger + limit - held
}

export const tillOf = ({ tills }: Oracle, who: Who) => tills.findIndex(({ holder }) => holder === who)

/** Puts lines into the books. */
export function move(oracle: Oracle, lines: readonly Line[], valueDate: string): void {
  for (const { place, cents } of lines) {
    oracle.books.set(place, bookOf(oracle, place) + cents)
    const index = numberOf(place)
    if (index === undefined) continue
    const account = at(oracle.accounts, index)
    account.movements.push({ valueDate, minor: account.kind === 'LOAN' ? cents : -cents })
  }
}
