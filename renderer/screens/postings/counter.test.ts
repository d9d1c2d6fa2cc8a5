import { describe, expect, it } from 'vitest'
import type { StatementLine } from '../../../shared/contract/accounts.ts'
import type { DocumentView } from '../../../shared/contract/customers.ts'
import { newcomers } from './arrivals.ts'
import { fieldsOf, hasText, type SlipDraft } from './counter-work.ts'
import { alertsFor } from './customer-alerts.ts'
import { balanceLines, expectedLines, type EffectLine } from './effect-lines.ts'
import { amountProblem, fieldOfRefusal, isWrongNumber } from './slip-problems.ts'

const document = (part: Partial<DocumentView>): DocumentView => ({
  id: '',
  documentType: 'PASSPORT',
  documentNumber: '93X41K2',
  status: 'APPROVED',
  expiresAt: null,
  rejectionReason: null,
  uploadedBy: 'Maria Diaz',
  uploadedAt: '2026-11-22T10:00:00Z',
  verifiedBy: 'Samuel Okafor',
  ...part,
})
const approved = { status: 'ACTIVE', kycStatus: 'APPROVED' } as const
const alertsOf = (...documents: DocumentView[]) => alertsFor({ ...approved, documents }, '2026-11-22')

describe('what a teller is told about a customer', () => {
  it('warns thirty days before a document expires, and not earlier', () => {
    expect(alertsOf(document({ expiresAt: '2026-12-22' }))).toMatchObject([{ kind: 'expires', days: 30 }])
    expect(alertsOf(document({ expiresAt: '2026-12-23' }))).toEqual([])
    expect(alertsOf(document({ expiresAt: '2026-11-22' }))).toMatchObject([{ kind: 'expires', days: 0 }])
    expect(alertsOf(document({ expiresAt: '2026-11-21', status: 'EXPIRED' }))).toMatchObject([
      { kind: 'expired' },
    ])
  })
  it('forgets the old passport when a new one is approved, but not for one that only waits', () => {
    const old = document({ expiresAt: '2026-12-01' })
    expect(alertsOf(old, document({ expiresAt: '2036-01-01' }))).toEqual([])
    expect(alertsOf(old, document({ expiresAt: '2036-01-01', status: 'PENDING' }))).toHaveLength(1)
  })
  it('puts the gravest first', () => {
    const kinds = alertsFor({ status: 'SUSPENDED', kycStatus: 'REJECTED', documents: [] }, null)
    expect(kinds.map(({ kind }) => kind)).toEqual(['notActive', 'kyc'])
  })
})

const draft: SlipDraft = { kind: 'transfer', account: '', to: '4017-000-094', amount: '', description: '' }

const frozen = (account: string) => ({ code: 'ACCOUNT_FROZEN' as const, details: { account } })

describe('refusals beside the field that caused them', () => {
  it('finds the field of a code', () => {
    expect(fieldOfRefusal({ code: 'INSUFFICIENT_FUNDS' }, draft)).toBe('amount')
    expect(fieldOfRefusal({ code: 'SAME_ACCOUNT' }, draft)).toBe('to')
    expect(fieldOfRefusal({ code: 'TILL_NOT_OPEN' }, draft)).toBeNull()
  })
  it('tells the two accounts of a transfer apart', () => {
    expect(fieldOfRefusal(frozen('4017000094'), draft)).toBe('to')
    expect(fieldOfRefusal(frozen('4017000102'), draft)).toBe('account')
    expect(fieldOfRefusal(frozen('4017000094'), { ...draft, kind: 'deposit' })).toBe('account')
  })
  it('names what is wrong with an amount before anybody is asked', () => {
    expect(amountProblem('', 'USD')).toEqual({ code: 'AMOUNT_ZERO' })
    expect(amountProblem('5.005', 'USD')?.code).toBe('AMOUNT_TOO_PRECISE')
    expect(amountProblem('five', 'USD')?.code).toBe('AMOUNT_NOT_A_NUMBER')
    expect(amountProblem('500', 'USD')).toBeNull()
  })
  it('calls a number wrong only when no further digit can mend it', () => {
    expect(isWrongNumber('4017-000-09')).toBe(false)
    expect(isWrongNumber('4017-000-094')).toBe(false)
    expect(isWrongNumber('4017-000-095')).toBe(true)
  })
})

describe('the draft', () => {
  it('has text as soon as something but spaces is typed', () => {
    expect(hasText({ ...draft, to: ' ' })).toBe(false)
    expect(hasText(draft)).toBe(true)
  })
  it('asks for a second account only on a transfer', () => {
    expect(fieldsOf('deposit')).not.toContain('to')
    expect(fieldsOf('transfer')).toContain('to')
  })
})

describe('what a posting does', () => {
  const till = { id: '', name: 'Till 3', balance: '120.00', currency: 'USD' }
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
  it('shows the customer before the till, and both accounts of a transfer', () => {
    const cash = balanceLines(expectedLines('deposit', undefined, undefined, till))
    expect(cash.map(({ what }) => what)).toEqual(['ledger', 'available', 'cash'])
    const both = balanceLines(expectedLines('transfer', undefined, undefined, till))
    expect(both.map(({ whose }) => whose)).toEqual(['from', 'from', 'to', 'to'])
  })
  it('speaks of a loan as owed and to be drawn', () => {
    const [debit, credit] = expectedLines('deposit', undefined, undefined, till)
    const loan: EffectLine = { ...credit, label: 'LOAN', holder: 'Ana Eriksson' }
    expect(balanceLines([debit, loan]).map(({ what }) => what)).toEqual(['owed', 'mayDraw', 'cash'])
  })
})

const line = (entryId: string): StatementLine => ({
  entryId,
  transactionId: entryId,
  reference: entryId,
  businessDate: '2026-11-22',
  postedAt: '2026-11-22T10:00:00Z',
  transactionType: 'DEPOSIT',
  description: null,
  side: 'CREDIT',
  amount: '1.00',
  balanceAfter: '1.00',
})

it('marks only the postings that were not there before', () => {
  expect([...newcomers([line('a')], [line('b'), line('a')])]).toEqual(['b'])
  expect([...newcomers([line('a'), line('b')], [line('a')])]).toEqual([])
})
