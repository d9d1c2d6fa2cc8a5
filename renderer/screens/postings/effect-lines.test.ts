import { describe, expect, it } from 'vitest'
import type { Leg } from '../../../shared/contract/postings.ts'
import { balanceLines } from './effect-balances.ts'
import { isFee, accountsOf, expectedLines, type EffectLine } from './effect-lines.ts'

const till = { id: '', name: 'Till 3', currency: 'USD' }

describe('what a posting does', () => {
  it('debits the till on a deposit and credits it on a withdrawal', () => {
    expect(expectedLines('deposit', undefined, undefined, till)[0]).toMatchObject({
      side: 'DEBIT',
      label: 'Till 3',
    })
    expect(expectedLines('withdrawal', undefined, undefined, till)[1]).toMatchObject({
      side: 'CREDIT',
      label: 'Till 3',
    })
  })
  it('shows the balances of the customer and not of the till, and of both accounts of a transfer', () => {
    const cash = balanceLines(expectedLines('deposit', undefined, undefined, till))
    expect(cash.map(({ what }) => what)).toEqual(['ledger', 'available'])
    const both = balanceLines(expectedLines('transfer', undefined, undefined, till))
    expect(both.map(({ whose }) => whose)).toEqual(['from', 'from', 'to', 'to'])
  })
  it('calls the balances of a loan owed and to be drawn', () => {
    const [debit, credit] = expectedLines('deposit', undefined, undefined, till)
    const loan: EffectLine = { ...credit, label: 'LOAN', holder: 'Ana Eriksson' }
    expect(balanceLines([debit, loan]).map(({ what }) => what)).toEqual(['owed', 'mayDraw'])
  })
})

const leg = (part: Partial<Leg>): Leg => ({
  side: 'DEBIT',
  accountId: 'account',
  accountNumber: '4017000094',
  label: 'SAVINGS',
  holder: 'Ana Eriksson',
  amount: '100.00',
  ledgerBefore: '500.00',
  ledgerAfter: '400.00',
  availableBefore: '490.00',
  availableAfter: '390.00',
  ...part,
})
const fee = { amount: '2.00', ledgerBefore: '400.00', ledgerAfter: '398.00', availableAfter: '388.00' }
const bank = { accountNumber: '', holder: null }
const withFee = [
  leg({}),
  leg({ side: 'CREDIT', accountId: 'till', label: 'Till 3', ...bank }),
  leg(fee),
  leg({ side: 'CREDIT', accountId: 'fees', label: 'FEE_INCOME', ...bank }),
]

describe('a deposit with a fee', () => {
  it('has the customer’s account once, from before the money came in to after the fee went out', () => {
    const paidIn = { side: 'CREDIT', ledgerBefore: '0.00', ledgerAfter: '20.00' } as const
    const charged = { side: 'DEBIT', amount: '1.00', ledgerBefore: '20.00', ledgerAfter: '19.00' } as const
    const legs = [leg(charged), leg({ accountId: 'till', label: 'Till 3', ...bank }), leg(paidIn)]
    expect(accountsOf(legs)[0]).toMatchObject({ ledgerBefore: '0.00', ledgerAfter: '19.00' })
  })
})

describe('a withdrawal with a fee', () => {
  it('names the fee among its lines, also where it is as large as what is paid out', () => {
    const legs = withFee.map((line) => (line.accountId === 'fees' ? { ...line, amount: '2.00' } : line))
    expect(legs.map((line) => isFee(line, legs))).toEqual([false, false, true, false])
    const alike = legs.map((line) => ({ ...line, amount: '2.00' }))
    expect(alike.map((line) => isFee(line, alike))).toEqual([false, false, true, false])
    expect(isFee(leg({}), [leg({})])).toBe(false)
  })
  it('has the customer’s account once, from before the first leg to after the last', () => {
    expect(accountsOf(withFee).map(({ accountId }) => accountId)).toEqual(['account', 'till', 'fees'])
    expect(accountsOf(withFee)[0]).toMatchObject({ ledgerBefore: '500.00', ledgerAfter: '398.00' })
  })
  it('shows each balance once, and the customer’s as one person’s', () => {
    const lines = balanceLines(withFee)
    expect(lines.map(({ what, label }) => `${what} ${label}`)).toEqual([
      'ledger SAVINGS',
      'available SAVINGS',
      'cash FEE_INCOME',
    ])
    expect(lines[1]).toMatchObject({ before: '490.00', after: '388.00', whose: null })
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length)
  })
})
