import { describe, expect, it } from 'vitest'
import type { SlipDraft } from './counter-work.ts'
import { fieldOfRefusal } from './refused-field.ts'

const draft: SlipDraft = {
  kind: 'transfer',
  account: '',
  to: '4017-000-094',
  amount: '',
  description: '',
  signedBy: [],
}

const frozen = (account: string) => ({ code: 'ACCOUNT_FROZEN' as const, details: { account } })

describe('refusals beside the field that caused them', () => {
  it('finds the field of a code', () => {
    expect(fieldOfRefusal({ code: 'INSUFFICIENT_FUNDS' }, draft)).toBe('amount')
    expect(fieldOfRefusal({ code: 'SAME_ACCOUNT' }, draft)).toBe('to')
    expect(fieldOfRefusal({ code: 'TILL_NOT_OPEN' }, draft)).toBeNull()
  })
  it('distinguishes the two accounts of a transfer', () => {
    expect(fieldOfRefusal(frozen('4017000094'), draft)).toBe('to')
    expect(fieldOfRefusal(frozen('4017000102'), draft)).toBe('account')
    expect(fieldOfRefusal(frozen('4017000094'), { ...draft, kind: 'deposit' })).toBe('account')
  })
})
