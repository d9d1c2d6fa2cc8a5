import { DatabaseError } from 'pg'
import { expect, it } from 'vitest'
import { faultOf } from '../../electron/db/fault.ts'
import { refusalOf } from '../../electron/db/refusal.ts'

const raised = (fields: Partial<DatabaseError>) =>
  Object.assign(new DatabaseError('the text does not matter', 0, 'error'), fields)

const refusedWith = (constraint: string, facts: object) =>
  refusalOf(raised({ code: 'CX000', constraint, detail: JSON.stringify(facts) }))

it('a refusal brings the facts that its code declares, as text, and no other', () => {
  expect(refusedWith('INSUFFICIENT_FUNDS', { available: '1.00', currency: 'USD', holder: 'Ana' })).toEqual({
    code: 'INSUFFICIENT_FUNDS',
    details: { available: '1.00', currency: 'USD' },
  })
  expect(refusedWith('AMOUNT_TOO_PRECISE', { decimals: 2, currency: 'USD' })?.details).toEqual({
    decimals: '2',
    currency: 'USD',
  })
})

it('a fact that the database could not find out is left out', () => {
  expect(refusedWith('TILL_ALREADY_OPEN', { holder: null })).toEqual({
    code: 'TILL_ALREADY_OPEN',
    details: {},
  })
})

it.each([
  ['a lock that was not free in time', '55P03'],
  ['a statement that took too long', '57014'],
  ['a serialisation failure', '40001'],
  ['a deadlock', '40P01'],
])('%s says that the server is busy', (_, code) => {
  expect(refusalOf(raised({ code }))).toEqual({ code: 'SERVER_BUSY' })
})

it.each(['57P01', '57P02', '57P03', '08006', '08003', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'])(
  'a server that stops, starts or is lost (%s) cannot be reached, which is no bug',
  (code) => {
    const error = Object.assign(new Error('the text does not matter'), { code })
    expect(refusalOf(error)).toBeNull()
    expect(faultOf(error)).toEqual({ code: 'SERVER_UNREACHABLE', details: { reason: code } })
  },
)

it('an error that nobody foresaw is no fault of the server', () => {
  for (const error of [new Error('x is not a function'), Object.assign(new Error('x'), { code: '42883' })])
    expect(faultOf(error)).toBeNull()
})

it('a violated constraint has the name of what a person did; one that nobody can violate has none', () => {
  expect(refusalOf(raised({ code: '23505', constraint: 'users_email_key' }))).toEqual({ code: 'EMAIL_TAKEN' })
  expect(refusalOf(raised({ code: '23505', constraint: 'entries_sequence_per_account' }))).toBeNull()
})

it('what the database did not raise, or not by a name that is known, is no refusal', () => {
  expect(refusedWith('NO_SUCH_CODE', {})).toBeNull()
  expect(refusalOf(Object.assign(new Error('CX000'), { code: 'CX000', constraint: 'KEY_REUSED' }))).toBeNull()
})
