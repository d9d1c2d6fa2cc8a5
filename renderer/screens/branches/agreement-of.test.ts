import { expect, test } from 'vitest'
import type { ProvedAccount } from '../../../shared/contract/proof-views.ts'
import { agreementOf } from './agreement-of.ts'

const vault: ProvedAccount = {
  accountNumber: '4017000052',
  kind: 'VAULT',
  name: null,
  currency: 'USD',
  opening: '100.00',
  paidIn: '20.00',
  paidOut: '5.00',
  closing: '115.00',
  standsAt: '115',
}

test('an account agrees when it stands where its entries lead, however the amount is written', () => {
  expect(agreementOf(vault)).toBe('agrees')
  expect(agreementOf({ ...vault, standsAt: '114.99' })).toBe('differs')
  expect(agreementOf({ ...vault, closing: null, standsAt: null })).toBe('held')
})
