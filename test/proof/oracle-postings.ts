import { faultsOf } from './assess.ts'
import {
  at,
  type Hold,
  type Line,
  move,
  numberOf,
  type Oracle,
  type Posting,
  type PostingKind,
  tillOf,
  type Who,
} from './oracle.ts'
import { feeFor, LIMITS, TERMS } from './terms.ts'

/** What a command comes to: done, waiting for a second person, or refused by one of these names. */
export type Outcome = 'DONE' | 'PENDING' | ReadonlySet<string>

export type Order = {
  readonly type: PostingKind
  readonly who: Who
  readonly from: number
  readonly to: number
  readonly cents: bigint
}

/** The till that an order names: its maker's, or any where the maker has none. */
export const drawerOf = (oracle: Oracle, who: Who) => Math.max(tillOf(oracle, who), 0)

/** Debit first, then credit, then the fee of whoever pays one. */
function linesOf(oracle: Oracle, { type, who, from, to, cents }: Order): Line[] {
  const drawer = `till ${drawerOf(oracle, who)}` as const
  const debited = type === 'DEPOSIT' ? drawer : (`account ${from}` as const)
  const credited = type === 'WITHDRAWAL' ? drawer : (`account ${to}` as const)
  const payer = type === 'DEPOSIT' ? to : from
  const fee = feeFor(at(TERMS, at(oracle.accounts, payer).product), type, cents)
  const own: Line[] = [
    { place: debited, cents },
    { place: credited, cents: -cents },
  ]
  if (fee === 0n) return own
  return [
    ...own,
    { place: `account ${payer}`, cents: fee, derived: true },
    { place: 'FEE_INCOME', cents: -fee, derived: true },
  ]
}

const isForbidden = ({ accounts }: Oracle, { type, who, from }: Order) =>
  at(accounts, from).kind === 'LOAN' &&
  (type === 'WITHDRAWAL' || (type === 'TRANSFER' && who !== 'supervisor'))

/** The sums that a posting counts in, each with what it may come to. */
function sumsOf({ type, who, from, to, cents }: Order) {
  const accounts = type === 'DEPOSIT' ? [to] : type === 'WITHDRAWAL' ? [from] : [from, to]
  const { person, account } = LIMITS[type]
  return [
    { key: `${type} ${who}`, cents, most: person },
    ...accounts.map((index) => ({ key: `${type} account ${index}`, cents, most: account })),
  ]
}

function isAboveLimit(oracle: Oracle, order: Order): boolean {
  if (order.cents > LIMITS[order.type].posting) return true
  return sumsOf(order).some(({ key, cents, most }) => (oracle.alone.get(key) ?? 0n) + cents > most)
}

/** What a posting that waits holds: of each customer's account what it draws in all. */
function holdsOf(lines: readonly Line[]): Hold[] {
  const drawn = new Map<number, bigint>()
  for (const { place, cents } of lines) {
    const index = numberOf(place)
    if (index !== undefined) drawn.set(index, (drawn.get(index) ?? 0n) + cents)
  }
  return [...drawn].filter(([, cents]) => cents > 0n).map(([account, cents]) => ({ account, cents }))
}

/** Posts, refuses or lets wait, as one person at the counter asks. */
export function post(oracle: Oracle, order: Order): Outcome {
  const faults = new Set<string>()
  if (order.type === 'TRANSFER' && order.from === order.to) faults.add('SAME_ACCOUNT')
  if (isForbidden(oracle, order)) faults.add('POSTING_NOT_ALLOWED')
  if (!oracle.isOpen) faults.add('BRANCH_DAY_CLOSED')
  const lines = linesOf(oracle, order)
  for (const fault of faultsOf(oracle, order.who, lines)) faults.add(fault)
  if (faults.size > 0) return faults
  const waits = isAboveLimit(oracle, order)
  const holds = waits ? holdsOf(lines) : []
  if (waits) for (const { account, cents } of holds) at(oracle.accounts, account).held += cents
  else {
    move(oracle, lines, oracle.date)
    for (const { key, cents } of sumsOf(order)) oracle.alone.set(key, (oracle.alone.get(key) ?? 0n) + cents)
  }
  oracle.postings.push(newPosting(oracle, order, lines, waits ? 'PENDING' : 'COMPLETED', holds))
  return waits ? 'PENDING' : 'DONE'
}

function newPosting(
  oracle: Oracle,
  { type, who, cents }: Pick<Order, 'type' | 'who' | 'cents'>,
  lines: readonly Line[],
  state: Posting['state'],
  holds: readonly Hold[],
): Posting {
  const till = type === 'TRANSFER' ? null : tillOf(oracle, who)
  const session = till === null ? 0 : at(oracle.tills, till).session
  return { type, who, cents, lines, date: oracle.date, till, session, state, reversal: 'NONE', holds }
}

export function release(oracle: Oracle, posting: Posting, state: Posting['state']): void {
  for (const { account, cents } of posting.holds) at(oracle.accounts, account).held -= cents
  posting.state = state
}

export type Decision = 'approve' | 'approve own' | 'decline' | 'withdraw'

/** Decides a posting that waits; what cannot be posted any more fails. */
export function decide(oracle: Oracle, posting: Posting, decision: Decision): Outcome {
  if (decision === 'decline' || decision === 'withdraw') {
    release(oracle, posting, 'CANCELLED')
    return 'DONE'
  }
  if (decision === 'approve own')
    return new Set([posting.who === 'supervisor' ? 'OWN_PROPOSAL' : 'FORBIDDEN'])
  release(oracle, posting, 'FAILED')
  const faults = faultsOf(oracle, posting.who, posting.lines)
  if (posting.till !== null) {
    const { holder, session } = at(oracle.tills, posting.till)
    if (holder !== posting.who || session !== posting.session) faults.add('TILL_CHANGED')
  }
  if (faults.size > 0) return faults
  move(oracle, posting.lines, posting.date)
  posting.state = 'COMPLETED'
  return 'DONE'
}

const MOST_REVERSED = { posting: 1_000_000n, day: 2_000_000n }

/** Undoes a posting, alone where it may be, otherwise by two people; `isAgreed` says what the second one decides. */
export function reverse(
  oracle: Oracle,
  who: Who,
  index: number,
  withFees: boolean,
  isAgreed: boolean,
): Outcome {
  const posted = at(oracle.postings, index)
  if (posted.reversal === 'IS_REVERSAL') return new Set(['REVERSAL_OF_REVERSAL'])
  if (posted.reversal === 'REVERSED') return new Set(['ALREADY_REVERSED'])
  if (posted.state !== 'COMPLETED') return new Set(['REVERSAL_NOT_POSSIBLE'])
  const held = tillOf(oracle, who)
  const faults = new Set<string>()
  if (!oracle.isOpen) faults.add('BRANCH_DAY_CLOSED')
  if (posted.till !== null && held < 0) faults.add('TILL_NOT_OPEN')
  const drawn = numberOf(at(posted.lines, 0).place)
  if (
    posted.type === 'TRANSFER' &&
    drawn !== undefined &&
    at(oracle.accounts, drawn).kind === 'LOAN' &&
    who !== 'supervisor'
  )
    faults.add('POSTING_NOT_ALLOWED')
  const mirrored = posted.lines.map((line) => ({
    ...line,
    cents: -line.cents,
    place: line.place.startsWith('till ') ? (`till ${Math.max(held, 0)}` as const) : line.place,
  }))
  const fees = withFees ? mirrored.filter(({ derived }) => derived === true) : []
  const lines = [...fees, ...mirrored.filter(({ derived }) => derived !== true)]
  for (const fault of faultsOf(oracle, who, lines)) faults.add(fault)
  if (faults.size > 0) return faults
  if (!isAlone(oracle, who, posted, held) && !isAgreed) return 'DONE'
  if (isAlone(oracle, who, posted, held)) count(oracle, `reversed ${who}`, posted.cents)
  move(oracle, lines, posted.date)
  posted.reversal = 'REVERSED'
  oracle.postings.push({
    ...newPosting(oracle, { ...posted, who }, lines, 'COMPLETED', []),
    reversal: 'IS_REVERSAL',
  })
  return 'DONE'
}

const count = ({ alone }: Oracle, key: string, cents: bigint) =>
  alone.set(key, (alone.get(key) ?? 0n) + cents)

/** Whether a person may reverse alone: an own posting of today, through the till that they have held since. */
export function isAlone({ date, tills, alone }: Oracle, who: Who, posted: Posting, held: number): boolean {
  const isSameTill =
    posted.till === null || (held === posted.till && at(tills, held).session === posted.session)
  const today = (alone.get(`reversed ${who}`) ?? 0n) + posted.cents
  return (
    posted.who === who &&
    posted.date === date &&
    isSameTill &&
    posted.cents <= MOST_REVERSED.posting &&
    today <= MOST_REVERSED.day
  )
}
