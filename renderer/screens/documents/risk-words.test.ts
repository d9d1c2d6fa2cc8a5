import { expect, test } from 'vitest'
import { riskReasonsInText } from './risk-words.ts'

test('whoever decides a rating reads its reasons in words', () => {
  expect(riskReasonsInText('COUNTRY SE HIGH, CASH  MEDIUM, PRODUCT LOAN LOW')).toBe(
    'Country: Sweden (High), Much cash within a year (Medium), Account: Loan (Low)',
  )
})
