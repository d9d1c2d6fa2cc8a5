import type { Command, Item } from './commands.ts'
import {
  at,
  availableOf,
  bookOf,
  ledgerOf,
  move,
  type Oracle,
  type Place,
  tillOf,
  type Who,
} from './oracle.ts'
import { closeDay, doDayJobs, finishTill, isUnsettled, openDay } from './oracle-day.ts'
import { decide, type Order, type Outcome, post, reverse } from './oracle-postings.ts'
import { TERMS } from './terms.ts'

const refused = (...names: string[]): Outcome => new Set(names)

export const orderOf = (oracle: Oracle, who: Who, { type, from, to, cents }: Item): Order => ({
  type,
  who,
  from: from % oracle.accounts.length,
  to: to % oracle.accounts.length,
  cents: BigInt(cents),
})

/** The posting that waits which a number names, or undefined: nothing waits. */
export function waitingPosting({ postings }: Oracle, number: number): number | undefined {
  const waiting = [...postings.keys()].filter((index) => at(postings, index).state === 'PENDING')
  return waiting[number % Math.max(waiting.length, 1)]
}

/** What each part of a command has to come to; it is applied to the oracle. Nothing to do: no outcome. */
export function expected(oracle: Oracle, command: Command): Outcome[] {
  switch (command.do) {
    case 'post':
      return [post(oracle, orderOf(oracle, command.who, command))]
    case 'batch':
      return command.items.map((item) => post(oracle, orderOf(oracle, command.who, item)))
    case 'again':
      return again(oracle, command)
    case 'decide': {
      const index = waitingPosting(oracle, command.posting)
      return index === undefined ? [] : [decide(oracle, at(oracle.postings, index), command.decision)]
    }
    case 'reverse': {
      const { who, withFees, isAgreed, posting } = command
      if (oracle.postings.length === 0) return []
      return [reverse(oracle, who, posting % oracle.postings.length, withFees, isAgreed)]
    }
    default:
      return expectedElsewhere(oracle, command)
  }
}

type Other = Exclude<Command, { do: 'post' | 'batch' | 'again' | 'decide' | 'reverse' }>

function expectedElsewhere(oracle: Oracle, command: Other): Outcome[] {
  switch (command.do) {
    case 'status':
      return [changeStatus(oracle, command)]
    case 'limit':
      return [agreeLimit(oracle, command.account % oracle.accounts.length, BigInt(command.cents))]
    case 'hold':
      return [placeHold(oracle, command.account % oracle.accounts.length, BigInt(command.cents))]
    case 'release':
      return releaseHold(oracle, command.hold)
    case 'account':
      openAccount(oracle, command.product)
      return ['DONE']
    case 'dayJobs':
      doDayJobs(oracle)
      return ['DONE']
    case 'nextDay':
      nextDay(oracle, command.days)
      return ['DONE']
    case 'openTill':
      return [openTill(oracle, command)]
    case 'cash':
      return [carryCash(oracle, command)]
    case 'countTill':
      return [countTill(oracle, command)]
    default:
      return finish(oracle, command)
  }
}

function again({ postings }: Oracle, { posting, changed }: Extract<Command, { do: 'again' }>): Outcome[] {
  const sent = postings[posting % Math.max(postings.length, 1)]
  if (sent === undefined || sent.reversal === 'IS_REVERSAL') return []
  if (changed !== 'nothing') return [refused('KEY_REUSED')]
  return [sent.state === 'PENDING' ? 'PENDING' : 'DONE']
}

function changeStatus(oracle: Oracle, command: Extract<Command, { do: 'status' }>): Outcome {
  const { change, who } = command
  const index = command.account % oracle.accounts.length
  const account = at(oracle.accounts, index)
  if (change === 'unfreeze' && who !== 'supervisor') return refused('FORBIDDEN')
  if (account.status === 'CLOSED') return refused('ACCOUNT_CLOSED')
  if (change === 'unfreeze' && account.status === 'ACTIVE') return refused('ACCOUNT_NOT_FROZEN')
  if (change !== 'unfreeze' && account.status !== 'ACTIVE') return refused('ACCOUNT_FROZEN')
  if (change === 'close' && account.held > 0n) return refused('ACCOUNT_HAS_HOLDS')
  if (change === 'close' && isUnsettled(oracle, account)) return refused('INTEREST_NOT_SETTLED')
  if (change === 'close' && ledgerOf(oracle, index) !== 0n) return refused('BALANCE_NOT_ZERO')
  account.status = change === 'unfreeze' ? 'ACTIVE' : change === 'freeze' ? 'SUSPENDED' : 'CLOSED'
  return 'DONE'
}

function agreeLimit(oracle: Oracle, index: number, cents: bigint): Outcome {
  const account = at(oracle.accounts, index)
  if (account.kind === 'SAVINGS') return refused('LIMIT_NOT_POSSIBLE')
  if (account.status === 'CLOSED') return refused('ACCOUNT_CLOSED')
  if (account.limit === cents) return refused('LIMIT_UNCHANGED')
  const before = account.limit
  account.limit = cents
  if (cents >= before || availableOf(oracle, index) >= 0n) return 'DONE'
  account.limit = before
  return refused('LIMIT_BELOW_USE')
}

function placeHold(oracle: Oracle, index: number, cents: bigint): Outcome {
  const account = at(oracle.accounts, index)
  const faults = new Set<string>()
  if (account.status === 'CLOSED') faults.add('ACCOUNT_CLOSED')
  if (availableOf(oracle, index) < cents) faults.add('INSUFFICIENT_FUNDS')
  if (faults.size > 0) return faults
  account.held += cents
  oracle.placed.push({ account: index, cents })
  return 'DONE'
}

function releaseHold(oracle: Oracle, number: number): Outcome[] {
  const index = number % Math.max(oracle.placed.length, 1)
  const hold = oracle.placed[index]
  if (hold === undefined) return []
  if (hold === null) return [refused('HOLD_RELEASED')]
  at(oracle.accounts, hold.account).held -= hold.cents
  oracle.placed[index] = null
  return ['DONE']
}

export function openAccount({ accounts, date }: Oracle, product: number, limit = 0n): void {
  const { kind } = at(TERMS, product)
  accounts.push({
    kind,
    product,
    limit,
    opened: date,
    held: 0n,
    status: 'ACTIVE',
    movements: [],
    earned: 0n,
    owed: 0n,
    feesDue: [],
  })
}

/** Every till is closed on what is in it, then the day, and a later one is opened. */
function nextDay(oracle: Oracle, days: number): void {
  for (const [index, { holder }] of oracle.tills.entries())
    if (holder !== null) finishTill(oracle, index, bookOf(oracle, `till ${index}`))
  closeDay(oracle)
  openDay(oracle, later(oracle.date, days))
}
export const later = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)

function openTill(oracle: Oracle, command: Extract<Command, { do: 'openTill' }>): Outcome {
  const till = at(oracle.tills, command.till)
  if (tillOf(oracle, command.who) >= 0) return refused('USER_ALREADY_HAS_TILL')
  if (till.holder !== null) return refused('TILL_ALREADY_OPEN')
  if (bookOf(oracle, 'VAULT') < BigInt(command.cents)) return refused('VAULT_SHORT_OF_CASH')
  till.holder = command.who
  till.session += 1
  if (command.cents === 0) return 'DONE'
  return carried(oracle, 'VAULT', `till ${command.till}`, BigInt(command.cents), command.isAgreed)
}

function carryCash(oracle: Oracle, command: Extract<Command, { do: 'cash' }>): Outcome {
  const { who, direction, cents, isAgreed } = command
  const index = tillOf(oracle, who)
  if (index < 0) return refused('TILL_NOT_OPEN')
  if (at(oracle.tills, index).counted !== null) return refused('TILL_COUNTED')
  const till = `till ${index}` as const
  const [from, to]: [Place, Place] = direction === 'IN' ? ['VAULT', till] : [till, 'VAULT']
  if (direction === 'IN' && bookOf(oracle, 'VAULT') < BigInt(cents)) return refused('VAULT_SHORT_OF_CASH')
  return carried(oracle, from, to, BigInt(cents), isAgreed)
}

/** Cash that both counted the same, or that is not moved. */
function carried(oracle: Oracle, from: Place, to: Place, cents: bigint, isAgreed: boolean): Outcome {
  if (!isAgreed) return refused('COUNTS_DIFFER')
  if (bookOf(oracle, from) < cents) return refused('TILL_SHORT_OF_CASH')
  move(
    oracle,
    [
      { place: to, cents },
      { place: from, cents: -cents },
    ],
    oracle.date,
  )
  return 'DONE'
}

/** What somebody counts who is off by so much. */
export const countOf = (oracle: Oracle, index: number, off: number): bigint => {
  const counted = bookOf(oracle, `till ${index}`) + BigInt(off)
  return counted < 0n ? 0n : counted
}

function countTill(oracle: Oracle, { who, off }: Extract<Command, { do: 'countTill' }>): Outcome {
  const index = tillOf(oracle, who)
  if (index < 0) return refused('TILL_NOT_OPEN')
  const till = at(oracle.tills, index)
  if (till.counted !== null) return refused('TILL_COUNTED')
  till.counted = countOf(oracle, index, off)
  return 'DONE'
}

function finish(oracle: Oracle, { till: index, how }: Extract<Command, { do: 'finishTill' }>): Outcome[] {
  const till = at(oracle.tills, index)
  const { counted } = till
  if (counted === null) return []
  if (how === 'agree') finishTill(oracle, index, counted)
  else till.counted = null
  return [how === 'differ' ? refused('COUNTS_DIFFER') : 'DONE']
}
