import { beforeEach, describe, expect, it } from 'vitest'
import { useSelection } from '../../app/selection.ts'
import {
  beginWork,
  fillInAccount,
  hasText,
  searchFor,
  showTypedAccount,
  startSlip,
  typeInto,
  useCounterWork,
  type SlipDraft,
} from './counter-work.ts'

const draft: SlipDraft = {
  kind: 'transfer',
  account: '',
  to: '4017-000-094',
  amount: '',
  description: '',
  signedBy: [],
}

describe('the draft', () => {
  it('has text as soon as something but spaces is typed', () => {
    expect(hasText({ ...draft, to: ' ' })).toBe(false)
    expect(hasText(draft)).toBe(true)
  })
})

const work = () => useCounterWork.getState()

describe('an account that is filled in', () => {
  beforeEach(() => beginWork('teller'))

  it('sends the focus to the next field of the kind', () => {
    startSlip('deposit')
    fillInAccount('4017-000-094')
    expect(work()).toMatchObject({ draft: { account: '4017-000-094' }, focusRequest: { field: 'amount' } })
    beginWork('teller')
    startSlip('transfer')
    fillInAccount('4017-000-094')
    expect(work().focusRequest).toEqual({ field: 'to' })
  })
  it('does not replace a number that was typed', () => {
    fillInAccount('4017-000-094')
    fillInAccount('4017-000-102')
    expect(work()).toMatchObject({ draft: { account: '4017-000-094' }, focusRequest: { field: 'account' } })
  })
})

describe('an account that is looked up while the next customer is searched for', () => {
  beforeEach(() => beginWork('teller'))

  it('takes away nothing of what is typed', () => {
    fillInAccount('4017-000-094')
    searchFor('tana')
    showTypedAccount('ana', '4017000094')
    expect(work().searched).toBe('tana')
  })
  it('is shown when the number was typed after the search', () => {
    searchFor('tana')
    typeInto('account', '4017-000-094')
    showTypedAccount('ana', '4017000094')
    expect(work().searched).toBe('')
    expect(useSelection.getState()).toEqual({ customerId: 'ana', accountNumber: '4017000094' })
  })
})
