/** The rules of the counter once more, on integers of cents and without a database: what properties.test.ts compares with. */

export type Who = 'teller' | 'teller2' | 'supervisor'
type Kind = 'SAVINGS' | 'CURRENT' | 'LOAN'
type Account = {
  readonly kind: Kind
  readonly limit: number
  ledger: number
  /** What reversals that wait would take back. */
  held: number
  status: 'ACTIVE' | 'SUSPENDED' | 'CLOSED'
}
type Till = { ledger: number; holder: Who | null }

/** `from` is the debited account and `to` the credited one; of a cash posting both are the customer's. */
type Moved = {
  readonly op: 'deposit' | 'withdrawal' | 'transfer'
  readonly who: Who
  readonly from: number
  readonly to: number
  readonly cents: number
}
type Posting = Moved & {
  readonly session: number
  state: 'STANDING' | 'REVERSED' | 'REVERSAL' | 'WAITS'
}

export type Model = {
  readonly accounts: readonly Account[]
  readonly tills: readonly Till[]
  vault: number
  short: number
  over: number
  /** Cash that customers brought, less what they took. */
  fromCustomers: number
  /** Everything that moved a customer's money, oldest first; the database has them in the same order. */
  readonly postings: Posting[]
  /** How often each person has taken a till. */
  readonly sessions: Partial<Record<Who, number>>
}

/** `amount` is in cents, or the text of what is no amount at all. */
export type Operation =
  | {
      readonly op: 'deposit' | 'withdrawal'
      readonly who: Who
      readonly account: number
      readonly amount: Amount
    }
  | {
      readonly op: 'transfer'
      readonly who: Who
      readonly from: number
      readonly to: number
      readonly amount: Amount
    }
  | { readonly op: 'freeze' | 'unfreeze' | 'close'; readonly who: Who; readonly account: number }
  | { readonly op: 'reverse'; readonly who: Who; readonly posting: number }
  | { readonly op: 'openTill'; readonly who: Who; readonly till: number; readonly amount: Amount }
  | { readonly op: 'closeTill'; readonly who: Who; readonly variance: number }
export type Amount = number | 'NaN' | '0.005'

export const newModel = (vault: number): Model => ({
  accounts: [
    newAccount('SAVINGS'),
    newAccount('SAVINGS'),
    newAccount('CURRENT', 5000),
    newAccount('LOAN', 100_000),
  ],
  tills: [
    { ledger: 0, holder: null },
    { ledger: 0, holder: null },
  ],
  vault,
  short: 0,
  over: 0,
  fromCustomers: 0,
  postings: [],
  sessions: {},
})

const newAccount = (kind: Kind, limit = 0): Account => ({ kind, limit, ledger: 0, held: 0, status: 'ACTIVE' })

export const tillOf = ({ tills }: Model, who: Who) => tills.find((till) => till.holder === who)

/** Applies an operation and returns null, or leaves the model unchanged and returns the refusal's name. */
export function apply(model: Model, operation: Operation): string | null {
  switch (operation.op) {
    case 'deposit':
    case 'withdrawal':
      return applyCash(model, operation)
    case 'transfer':
      return applyTransfer(model, operation)
    case 'reverse':
      return applyReversal(model, operation)
    case 'openTill':
      return applyOpening(model, operation)
    case 'closeTill':
      return applyClosing(model, operation)
    default:
      return applyStatus(at(model.accounts, operation.account), operation)
  }
}

export function at<T>(list: readonly T[], index: number): T {
  const found = list[index]
  if (found === undefined) throw new Error(`Nothing at ${index}`)
  return found
}

function faultOf(amount: Amount, zeroIsFine = false): string | null {
  if (amount === 'NaN') return 'AMOUNT_NOT_A_NUMBER'
  if (amount === '0.005') return 'AMOUNT_TOO_PRECISE'
  if (amount < 0) return 'AMOUNT_NEGATIVE'
  return amount === 0 && !zeroIsFine ? 'AMOUNT_ZERO' : null
}

const statusFault = ({ status }: Account) =>
  status === 'CLOSED' ? 'ACCOUNT_CLOSED' : status === 'SUSPENDED' ? 'ACCOUNT_FROZEN' : null

/** A loan is the bank's asset: a debit raises what is owed, as a credit raises what is saved. */
const afterDebit = ({ kind, ledger }: Account, cents: number) =>
  kind === 'LOAN' ? ledger + cents : ledger - cents
const afterCredit = ({ kind, ledger }: Account, cents: number) =>
  kind === 'LOAN' ? ledger - cents : ledger + cents

function debitFault(account: Account, cents: number): string | null {
  const after = afterDebit(account, cents)
  const available = account.kind === 'LOAN' ? account.limit - after : after + account.limit
  return available < account.held ? 'INSUFFICIENT_FUNDS' : null
}
const creditFault = (account: Account, cents: number) =>
  account.kind === 'LOAN' && afterCredit(account, cents) < 0 ? 'LOAN_OVERPAID' : null

function applyCash(
  model: Model,
  { op, who, account: index, amount }: Extract<Operation, { op: 'deposit' | 'withdrawal' }>,
) {
  const fault = faultOf(amount)
  if (fault !== null || typeof amount !== 'number') return fault
  const account = at(model.accounts, index)
  const till = tillOf(model, who)
  if (op === 'withdrawal' && account.kind === 'LOAN') return 'POSTING_NOT_ALLOWED'
  // The debited account is looked at first: the till of a deposit, the customer's of a withdrawal.
  const refusal =
    op === 'deposit'
      ? ((till === undefined ? 'TILL_NOT_OPEN' : statusFault(account)) ?? creditFault(account, amount))
      : (statusFault(account) ?? (till === undefined ? 'TILL_NOT_OPEN' : null) ?? debitFault(account, amount))
  if (refusal !== null || till === undefined) return refusal
  if (op === 'withdrawal' && till.ledger < amount) return 'TILL_SHORT_OF_CASH'
  account.ledger = op === 'deposit' ? afterCredit(account, amount) : afterDebit(account, amount)
  till.ledger += op === 'deposit' ? amount : -amount
  model.fromCustomers += op === 'deposit' ? amount : -amount
  model.postings.push(newPosting(model, { op, who, from: index, to: index, cents: amount }))
  return null
}

function applyTransfer(model: Model, { who, from, to, amount }: Extract<Operation, { op: 'transfer' }>) {
  const fault = faultOf(amount)
  if (fault !== null || typeof amount !== 'number') return fault
  if (from === to) return 'SAME_ACCOUNT'
  const [debited, credited] = [at(model.accounts, from), at(model.accounts, to)]
  if (debited.kind === 'LOAN' && who !== 'supervisor') return 'POSTING_NOT_ALLOWED'
  const refusal =
    statusFault(debited) ??
    statusFault(credited) ??
    debitFault(debited, amount) ??
    creditFault(credited, amount)
  if (refusal !== null) return refusal
  debited.ledger = afterDebit(debited, amount)
  credited.ledger = afterCredit(credited, amount)
  model.postings.push(newPosting(model, { op: 'transfer', who, from, to, cents: amount }))
  return null
}

function applyStatus(account: Account, { op, who }: { op: 'freeze' | 'unfreeze' | 'close'; who: Who }) {
  if (op === 'unfreeze' && who !== 'supervisor') return 'FORBIDDEN'
  if (account.status === 'CLOSED') return 'ACCOUNT_CLOSED'
  if (op === 'unfreeze') {
    if (account.status === 'ACTIVE') return 'ACCOUNT_NOT_FROZEN'
    account.status = 'ACTIVE'
    return null
  }
  if (account.status === 'SUSPENDED') return 'ACCOUNT_FROZEN'
  if (op === 'close' && account.held > 0) return 'ACCOUNT_HAS_HOLDS'
  if (op === 'close' && account.ledger !== 0) return 'BALANCE_NOT_ZERO'
  account.status = op === 'close' ? 'CLOSED' : 'SUSPENDED'
  return null
}

function applyOpening(model: Model, { who, till: index, amount }: Extract<Operation, { op: 'openTill' }>) {
  const fault = faultOf(amount, true)
  if (fault !== null || typeof amount !== 'number') return fault
  const till = at(model.tills, index)
  if (tillOf(model, who) !== undefined) return 'USER_ALREADY_HAS_TILL'
  if (till.holder !== null) return 'TILL_ALREADY_OPEN'
  if (model.vault < amount) return 'VAULT_SHORT_OF_CASH'
  till.holder = who
  model.sessions[who] = (model.sessions[who] ?? 0) + 1
  till.ledger += amount
  model.vault -= amount
  return null
}

function applyClosing(model: Model, { who, variance }: Extract<Operation, { op: 'closeTill' }>) {
  const till = tillOf(model, who)
  const counted = (till?.ledger ?? 0) + variance
  if (counted < 0) return 'AMOUNT_NEGATIVE'
  if (till === undefined) return 'TILL_NOT_OPEN'
  if (variance < 0) model.short -= variance
  else model.over += variance
  model.vault += counted
  till.ledger = 0
  till.holder = null
  return null
}

const newPosting = ({ sessions }: Model, moved: Moved): Posting => ({
  ...moved,
  session: sessions[moved.who] ?? 0,
  state: 'STANDING',
})

const REVERSAL_REFUSALS = {
  REVERSAL: 'REVERSAL_OF_REVERSAL',
  REVERSED: 'ALREADY_REVERSED',
  WAITS: 'REVERSAL_WAITS',
} as const

/** Undoes a posting, if it is the person's own and its cash moved through the till that they hold still; otherwise that waits. */
function applyReversal(model: Model, { who, posting: n }: Extract<Operation, { op: 'reverse' }>) {
  const posting = model.postings[n % Math.max(model.postings.length, 1)]
  if (posting === undefined) return 'TRANSACTION_NOT_FOUND'
  if (posting.state !== 'STANDING') return REVERSAL_REFUSALS[posting.state]
  const refusal = reversalFault(model, who, posting)
  if (refusal !== null) return refusal
  const till = tillOf(model, who)
  const isOwn = posting.who === who
  const [debited, credited] = [at(model.accounts, posting.from), at(model.accounts, posting.to)]
  const { op, cents } = posting
  if (!isOwn || (posting.op !== 'transfer' && posting.session !== model.sessions[who])) {
    posting.state = 'WAITS'
    if (op !== 'withdrawal') credited.held += cents
    return null
  }
  if (op !== 'deposit') debited.ledger = afterCredit(debited, cents)
  if (op !== 'withdrawal') credited.ledger = afterDebit(credited, cents)
  if (op !== 'transfer' && till !== undefined) till.ledger += op === 'deposit' ? -cents : cents
  if (op !== 'transfer') model.fromCustomers += op === 'deposit' ? -cents : cents
  posting.state = 'REVERSED'
  model.postings.push({ ...newPosting(model, { ...posting, who }), state: 'REVERSAL' })
  return null
}

/** Its legs are looked at in the order of those that they mirror: first what was debited and is credited now. */
function reversalFault(model: Model, who: Who, { op, from, to, cents }: Posting) {
  const [debited, credited] = [at(model.accounts, from), at(model.accounts, to)]
  const till = tillOf(model, who)
  if (op === 'transfer') {
    if (debited.kind === 'LOAN' && who !== 'supervisor') return 'POSTING_NOT_ALLOWED'
    return (
      statusFault(debited) ??
      statusFault(credited) ??
      creditFault(debited, cents) ??
      debitFault(credited, cents)
    )
  }
  if (till === undefined) return 'TILL_NOT_OPEN'
  if (op === 'withdrawal') return statusFault(debited) ?? creditFault(debited, cents)
  return statusFault(credited) ?? (till.ledger < cents ? 'TILL_SHORT_OF_CASH' : debitFault(credited, cents))
}

/** What stands on an account if what was reversed had never been, nor its reversal. */
export const ledgerOfStanding = ({ accounts, postings }: Model, index: number): number =>
  postings
    .filter(({ state }) => state === 'STANDING' || state === 'WAITS')
    .reduce(
      (account, { op, from, to, cents }) => {
        const debited = from === index && op !== 'deposit' ? afterDebit(account, cents) : account.ledger
        const credited = { ...account, ledger: debited }
        return {
          ...account,
          ledger: to === index && op !== 'withdrawal' ? afterCredit(credited, cents) : debited,
        }
      },
      { ...at(accounts, index), ledger: 0 },
    ).ledger
