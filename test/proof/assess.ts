import {
  at,
  availableOf,
  bookOf,
  ledgerOf,
  type Line,
  numberOf,
  type Oracle,
  tillOf,
  type Who,
} from './oracle.ts'

/** Every reason why these lines cannot be posted now; the database may name any of them. None: it has to be posted. */
export function faultsOf(oracle: Oracle, who: Who, lines: readonly Line[]): Set<string> {
  const faults = new Set<string>()
  const after = { ...oracle, books: new Map(oracle.books) }
  for (const { place, cents } of lines) {
    after.books.set(place, bookOf(after, place) + cents)
    const index = numberOf(place)
    if (index !== undefined) addAccountFaults(faults, after, index, cents)
    if (place.startsWith('till ')) addTillFaults(faults, after, who, Number(place.slice(5)), cents)
  }
  return faults
}

function addAccountFaults(faults: Set<string>, after: Oracle, index: number, cents: bigint): void {
  const { kind, status } = at(after.accounts, index)
  if (status === 'CLOSED') faults.add('ACCOUNT_CLOSED')
  if (status === 'SUSPENDED') faults.add('ACCOUNT_FROZEN')
  if (cents > 0n && availableOf(after, index) < 0n) faults.add('INSUFFICIENT_FUNDS')
  if (kind === 'LOAN' && cents < 0n && ledgerOf(after, index) < 0n) faults.add('LOAN_OVERPAID')
}

/** Only who holds it posts on a till, while it is not counted, and it pays out only what is in it. */
function addTillFaults(faults: Set<string>, after: Oracle, who: Who, till: number, cents: bigint): void {
  if (tillOf(after, who) !== till || at(after.tills, till).counted !== null) faults.add('TILL_NOT_OPEN')
  if (cents < 0n && bookOf(after, `till ${till}`) < 0n) faults.add('TILL_SHORT_OF_CASH')
}
