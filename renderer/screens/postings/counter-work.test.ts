import { beforeEach, describe, expect, it } from 'vitest'
import {
  beginWork,
  fillInAccount,
  hasText,
  startSlip,
  useCounterWork,
  type SlipDraft,
} from './counter-work.ts'

const draft: SlipDraft = { kind: 'transfer', account: '', to: '4017-000-094', amount: '', description: '' }

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
