import * as fc from 'fast-check'
import type { PostingKind, Who } from './oracle.ts'
import type { Decision } from './oracle-postings.ts'

export type Item = {
  readonly type: PostingKind
  readonly from: number
  readonly to: number
  readonly cents: number
}

/** What people and the day do. Accounts, postings and holds are named by numbers that are taken modulo how many there are. */
export type Command =
  | ({ readonly do: 'post'; readonly who: Who } & Item)
  | { readonly do: 'batch'; readonly who: Who; readonly items: readonly Item[] }
  | { readonly do: 'again'; readonly posting: number; readonly changed: 'nothing' | 'amount' | 'description' }
  | { readonly do: 'decide'; readonly posting: number; readonly decision: Decision }
  | {
      readonly do: 'reverse'
      readonly who: Who
      readonly posting: number
      readonly withFees: boolean
      readonly isAgreed: boolean
    }
  | {
      readonly do: 'status'
      readonly change: 'freeze' | 'unfreeze' | 'close'
      readonly who: Who
      readonly account: number
    }
  | { readonly do: 'limit'; readonly account: number; readonly cents: number }
  | { readonly do: 'hold'; readonly account: number; readonly cents: number }
  | { readonly do: 'release'; readonly hold: number }
  | { readonly do: 'account'; readonly product: number }
  | {
      readonly do: 'openTill'
      readonly who: Who
      readonly till: number
      readonly cents: number
      readonly isAgreed: boolean
    }
  | {
      readonly do: 'cash'
      readonly who: Who
      readonly direction: 'IN' | 'OUT'
      readonly cents: number
      readonly isAgreed: boolean
    }
  | { readonly do: 'countTill'; readonly who: Who; readonly off: number }
  | { readonly do: 'finishTill'; readonly till: number; readonly how: 'agree' | 'differ' | 'withdraw' }
  | { readonly do: 'dayJobs' }
  | { readonly do: 'nextDay'; readonly days: number }

const who = fc.constantFrom<Who>('teller', 'teller2', 'supervisor')
const account = fc.nat(5)
const posting = fc.nat(40)
/** Mostly below the limits, which are some hundreds; cents that make fees and interest uneven. */
const cents = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 25_000 }) },
  { weight: 2, arbitrary: fc.integer({ min: 25_000, max: 60_000 }) },
  // At the limits themselves and a cent beyond, and the least that there is.
  { weight: 2, arbitrary: fc.constantFrom(1, 30_000, 30_001, 35_000, 35_001, 40_000, 40_001) },
)
const item = {
  type: fc.constantFrom<PostingKind>('DEPOSIT', 'DEPOSIT', 'WITHDRAWAL', 'TRANSFER'),
  from: account,
  to: account,
  cents,
}

export const aCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 14, arbitrary: fc.record({ do: fc.constant('post'), who, ...item }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('batch'),
      who,
      items: fc.array(fc.record(item), { minLength: 1, maxLength: 5 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('again'),
      posting,
      changed: fc.constantFrom('nothing', 'amount', 'description'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('decide'),
      posting,
      decision: fc.constantFrom<Decision>('approve', 'approve', 'approve own', 'decline', 'withdraw'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('reverse'),
      who,
      posting,
      withFees: fc.boolean(),
      isAgreed: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('status'),
      change: fc.constantFrom('freeze', 'unfreeze', 'unfreeze', 'close'),
      who,
      account,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('limit'), account, cents }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('hold'), account, cents }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('release'), hold: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('account'), product: fc.nat(3) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('openTill'),
      who,
      till: fc.nat(2),
      cents: fc.nat(80_000),
      isAgreed: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('cash'),
      who,
      direction: fc.constantFrom('IN', 'OUT'),
      cents,
      isAgreed: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('countTill'), who, off: fc.integer({ min: -300, max: 300 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('finishTill'),
      till: fc.nat(2),
      how: fc.constantFrom('agree', 'differ', 'withdraw'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('nextDay'), days: fc.integer({ min: 1, max: 20 }) }) },
)
