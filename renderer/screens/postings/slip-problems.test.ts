import { describe, expect, it } from 'vitest'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { messageFor } from '../../feedback/messages.ts'
import type { SlipDraft } from './counter-work.ts'
import { intentOf } from './slip-intent.ts'
import { problemsOf } from './slip-problems.ts'
import type { TypedAccount } from './use-typed-account.ts'

const account = (id: string): AccountView => ({
  id,
  customerId: 'customer',
  customerName: 'Ana Eriksson',
  accountNumber: '4017000094',
  accountType: 'SAVINGS',
  currency: 'USD',
  status: 'ACTIVE',
  ledgerBalance: '0.00',
  availableBalance: '0.00',
  minimumBalance: '0.00',
  agreedLimit: '0.00',
  held: '0.00',
  openedAt: '2026-11-22T10:00:00Z',
})
const typed = (part: Partial<TypedAccount>): TypedAccount => ({
  account: undefined,
  loading: false,
  problem: null,
  ...part,
})
const draft: SlipDraft = { kind: 'transfer', account: '', to: '', amount: '', description: '', signedBy: [] }
const facts = {
  draft,
  from: typed({}),
  to: typed({}),
  currency: 'USD',
  cash: null,
  refusal: null,
  isVisited: () => false,
}

describe('the problems of a slip', () => {
  it('are not shown before a field was left or posting was attempted', () => {
    expect(problemsOf(facts)).toEqual({})
    expect(problemsOf({ ...facts, isVisited: () => true })).toEqual({
      account: 'numberMissing',
      to: 'numberMissing',
      amount: { code: 'AMOUNT_ZERO' },
    })
  })
  it('are those of the fields that the kind has', () => {
    const deposit = { ...facts, draft: { ...draft, kind: 'deposit' as const }, isVisited: () => true }
    expect(problemsOf(deposit)).not.toHaveProperty('to')
  })
  it('name the second account if both are the same', () => {
    const same = { from: typed({ account: account('a') }), to: typed({ account: account('a') }) }
    expect(problemsOf({ ...facts, ...same })).toEqual({ to: { code: 'SAME_ACCOUNT' } })
  })
  it('say of a dollar account in a euro branch that the till holds euro, before an amount is typed', () => {
    const dollars = { ...facts, from: typed({ account: account('a') }), cash: 'EUR' }
    const details = { cash: 'EUR', currency: 'USD' }
    expect(problemsOf(dollars)).toEqual({ account: { code: 'CASH_IN_OTHER_CURRENCY', details } })
    expect(messageFor({ code: 'CASH_IN_OTHER_CURRENCY', details })).toMatch(/^Your till holds EUR\./)
    expect(problemsOf({ ...dollars, cash: 'USD' })).toEqual({})
  })
  it('belong to the slip if they belong to no field', () => {
    const refusal = { code: 'TILL_NOT_OPEN' as const }
    expect(problemsOf({ ...facts, refusal })).toEqual({ slip: refusal })
  })
})

describe('an intent', () => {
  const complete = { ...draft, amount: '5' }
  it('needs an account, an amount, and a second account where the kind has one', () => {
    expect(intentOf(complete, account('a'), account('b'))).toMatchObject({
      accountId: 'a',
      toAccountId: 'b',
    })
    expect(intentOf(complete, account('a'), undefined)).toBeNull()
    expect(intentOf(complete, account('a'), account('a'))).toBeNull()
    expect(intentOf({ ...complete, kind: 'deposit' }, account('a'), undefined)).not.toBeNull()
    expect(intentOf(draft, account('a'), account('b'))).toBeNull()
  })
})
