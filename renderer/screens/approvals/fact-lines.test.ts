import { expect, test } from 'vitest'
import type { ApprovalFacts } from '../../../shared/contract/approvals.ts'
import { factLines } from './fact-lines.ts'
import { factText } from './fact-text.ts'

const linesOf = (facts: ApprovalFacts, changed: string[] = []) => {
  const { lines, staying } = factLines({ facts, changed }, (all, name) => factText(all, name, (iso) => iso))
  return { lines: lines.map(({ from, to }) => (from === null ? to : `${from} > ${to}`)), staying }
}

test('of a limit, a rule or a policy what changes is one line, and the rest is named as staying', () => {
  const limit = { limitRole: 'TELLER', currency: 'EUR', perPosting: '500.00', perPersonDay: '900.00' }
  expect(linesOf({ ...limit, newPerPosting: '700.00', newPerPersonDay: '900.00' })).toEqual({
    lines: ['limitRole', 'perPosting > newPerPosting'],
    staying: ['newPerPersonDay'],
  })
  expect(linesOf({ purpose: 'IDENTITY', years: '5', newYears: '7' }).lines).toEqual([
    'purpose',
    'years > newYears',
  ])
  const policy = { risk: 'HIGH', identities: '1', newIdentities: '1', countries: 'SE, NO', reviewYears: '2' }
  // Countries that are not named any more: documents of every country count.
  expect(linesOf({ ...policy, newReviewYears: '1' })).toEqual({
    lines: ['risk', 'countries > newCountries', 'reviewYears > newReviewYears'],
    staying: ['newIdentities'],
  })
})

test('amounts that are written otherwise and mean the same stay', () => {
  expect(linesOf({ currency: 'EUR', tolerance: '5.00', newTolerance: '5' }).staying).toEqual(['newTolerance'])
})

test('what has changed since it was proposed is told, also where nothing is left to change', () => {
  const facts = { currency: 'EUR', tolerance: '5.00', newTolerance: '5.00' }
  expect(linesOf(facts, ['tolerance'])).toEqual({ lines: ['tolerance > newTolerance'], staying: [] })
})

test('of a product the terms as they will be follow those of now, also where one is given up; a new product has none of now', () => {
  const terms = { subject: 'Savings', currency: 'EUR', dormantAfter: '12', monthlyFee: '2.00' }
  expect(linesOf(terms).lines).toEqual(['subject', 'monthlyFee', 'dormantAfter'])
  const changed = { ...terms, dormantAfterNow: '12', monthlyFeeNow: '1.00', feeWaivedFromNow: '500.00' }
  expect(linesOf(changed)).toEqual({
    lines: ['subject', 'monthlyFeeNow > monthlyFee', 'feeWaivedFromNow > feeWaivedFrom'],
    staying: ['dormantAfter'],
  })
})

test('whose case it is is always told, and a mandate that ends keeps its limit in the list', () => {
  const correction = {
    subject: 'Ana Berg',
    newName: 'Ana Bergh',
    birth: '1980-01-02',
    newBirth: '1980-01-02',
  }
  expect(linesOf(correction)).toEqual({ lines: ['subject', 'subject > newName'], staying: ['newBirth'] })
  const ending = { subject: 'Ana Berg', powerEnds: 'true', mandateLimit: '100.00', currency: 'EUR' }
  expect(linesOf(ending).lines).toContain('mandateLimit')
})
