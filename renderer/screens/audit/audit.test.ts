import { expect, test } from 'vitest'
import { amountOf } from './amount-of.ts'
import { changesInWords } from './changes-in-words.ts'
import { targetOf } from './target-of.ts'
import { auditCsv } from './csv.ts'
import { differences, readable } from './readable.ts'
import { actionWord, entryTitle, fieldWord, humanise, recordName } from './words.ts'

const ID = '8a6693c9-fe26-49c5-a519-ed71df0e3d5a'
const context = { currency: 'USD', timeZone: 'Europe/Stockholm', names: new Map([[ID, 'Maria Diaz']]) }

test('the title of an entry names the kind of record, else the action alone, else the name of the action', () => {
  expect(entryTitle({ action: 'CHANGED', resourceType: 'till_sessions' })).toBe('Till closed')
  expect(entryTitle({ action: 'CHANGED', resourceType: 'branches' })).toBe('Changed')
  expect(actionWord('VAULT_SEALED')).toBe('Vault sealed')
  expect(actionWord('toString')).toBe('To string')
  expect(fieldWord('date_of_birth')).toBe('Date of birth')
  expect(fieldWord('rowsRead')).toBe('Rows read')
  expect(humanise('SIGN_IN_FAILED')).toBe('Sign in failed')
})

test.each([
  ['amount', 12000.5, { kind: 'amount', text: '12,000.50' }],
  ['opening_float', '250000.00', { kind: 'amount', text: '250,000.00' }],
  ['amount', 9999999999999.99, { kind: 'amount', text: '9,999,999,999,999.99' }],
  ['status', 'SUSPENDED', { kind: 'text', text: 'Suspended' }],
  ['currency', 'USD', { kind: 'text', text: 'USD' }],
  ['date_of_birth', '1974-08-12', { kind: 'time', text: '12 Aug 1974' }],
  ['must_change_password', false, { kind: 'no' }],
  ['closed_at', '2026-11-22T23:30:05.123+00:00', { kind: 'time', text: '23 Nov 2026, 00:30:05 +01:00' }],
  ['closed_by', ID, { kind: 'text', text: 'Maria Diaz' }],
  ['id', ID, { kind: 'id', text: ID }],
  ['email', null, { kind: 'empty' }],
  ['content_sha256', 'ab'.repeat(32), { kind: 'id', text: 'ab'.repeat(32) }],
  ['document_number', 'ABCDEF', { kind: 'text', text: 'ABCDEF' }],
])('%s %j is readable', (field, value, expected) => {
  expect(readable(field, value, context)).toEqual(expected)
})

test('what changed comes first, and an absent field is an empty one', () => {
  const all = differences(
    { id: 1, status: 'ACTIVE', email: null },
    { id: 1, status: 'CLOSED', closed_at: 'x' },
  )
  expect(all.map(({ field, changed }) => [field, changed])).toEqual([
    ['status', true],
    ['closed_at', true],
    ['id', false],
    ['email', false],
  ])
})

test('a record is named by the words that people use', () => {
  const none = { before: null, after: null, facts: null, resourceId: ID, resourceType: 'users', record: null }
  expect(recordName({ ...none, after: { business_date: '2026-11-22' } }, new Map())).toBe('22 Nov 2026')
  expect(recordName({ ...none, after: { customer_number: 'C-10000016' } }, new Map())).toBe('C-10000016')
  expect(recordName({ ...none, after: { account_number: '4017000094' } }, new Map())).toBe('4017-000-094')
  expect(recordName({ ...none, facts: { workstation: 'x' } }, context.names)).toBe('Maria Diaz')
  expect(recordName(none, new Map())).toBe('8a6693c9')
})

test('the export quotes every cell and disarms formulas', () => {
  const row = {
    id: ID,
    at: '2026-11-22T10:00:00+02:00',
    userId: null,
    username: '=cmd|"x"',
    action: 'SIGN_IN',
    resourceType: 'users',
    resourceId: null,
    fullName: null,
    record: null,
    redacted: false,
    names: {},
    before: null,
    after: { name: 'a,b' },
    facts: null,
    actor: { kind: 'PERSON' as const, person: null, causeType: 'SIGN_IN', cause: null },
    workstation: 'ws_one',
    build: '0.2.0+sources',
  }
  const [head, line] = new TextDecoder().decode(auditCsv([row], 'Europe/Stockholm')).split('\r\n')
  expect(head).toContain('"at","username"')
  expect(line).toBe(
    `"2026-11-22T09:00:00+01:00","'=cmd|""x""","SIGN_IN","users","","","","{""name"":""a,b""}","","${ID}",` +
      '"PERSON","SIGN_IN","","ws_one","0.2.0+sources"',
  )
})

const closed = (counted: number) =>
  amountOf({ action: 'CHANGED', resourceType: 'till_sessions', after: { counted, expected: 600 } }, 'USD')

test('an entry shows its amount: of a posting, of a till’s float, and by how much a count differed', () => {
  const posting = { action: 'POSTED', resourceType: 'transactions', after: { amount: 12.5, currency: 'EUR' } }
  expect(amountOf(posting, 'USD')).toEqual({ value: '12.5', currency: 'EUR' })
  const opened = { action: 'TILL_OPENED', resourceType: 'till_sessions', after: { opening_float: 500 } }
  expect(amountOf(opened, 'USD')).toEqual({ value: '500', currency: 'USD' })
  expect(closed(595)).toEqual({ value: '-5.00', currency: 'USD' })
  expect(closed(600)).toBeNull()
})

test('what changed is one line, with names in the place of keys', () => {
  const before = { city: 'Lund', closed_by: null, updated_at: 'x' }
  const after = { city: 'Malmö', closed_by: ID, updated_at: 'y' }
  expect(changesInWords({ before, after }, context)).toBe('City: Lund → Malmö; Closed by: empty → Maria Diaz')
  expect(changesInWords({ before, after: null }, context)).toBe('')
})

test('of a new record its line says what it is, by the kind of record, without keys that nobody can read', () => {
  const posted = {
    transaction_type: 'DEPOSIT',
    to_account_id: ID,
    from_account_id: 'f'.repeat(32),
    amount: 5,
  }
  const records = { [ID]: '4017000094' }
  const named = { ...context, names: new Map(), records }
  expect(changesInWords({ before: null, after: posted, resourceType: 'transactions' }, named)).toBe(
    'Transaction type: Deposit; Credited account: 4017-000-094',
  )
  const user = { role: 'TELLER', full_name: 'Maria Diaz', status: 'ACTIVE', email: 'm@example.test' }
  expect(changesInWords({ before: null, after: user, resourceType: 'users' }, context)).toBe(
    'Role: Teller; Name: Maria Diaz; Status: Active',
  )
  expect(changesInWords({ before: null, after: user, resourceType: 'something_else' }, context)).toBe('')
})

test('an account that an entry refers to is read as its number', () => {
  const records = { [ID]: '4017000094' }
  expect(readable('to_account_id', ID, { ...context, names: new Map(), records })).toEqual({
    kind: 'text',
    text: '4017-000-094',
  })
})

test('an entry leads to the screen of its record, and a redacted one nowhere', () => {
  const row = {
    resourceType: 'customers',
    resourceId: ID,
    before: null,
    after: null,
    redacted: false,
    names: {},
  }
  expect(targetOf(row)).toMatchObject({ path: '/customers', search: { customer: ID } })
  expect(targetOf({ ...row, redacted: true })).toBeNull()
  const corrected = { ...row, resourceType: 'customer_corrections', after: { customer_id: ID } }
  expect(targetOf(corrected)).toMatchObject({ path: '/customers', search: { customer: ID } })
  expect(entryTitle({ ...corrected, action: 'PROPOSED' })).toBe('Correction proposed')
  const posted = { transaction_type: 'DEPOSIT', from_account_id: 'till', to_account_id: ID }
  expect(targetOf({ ...row, resourceType: 'transactions', after: posted })).toMatchObject({
    search: { account: ID },
  })
})
