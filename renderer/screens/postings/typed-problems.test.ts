import { expect, it } from 'vitest'
import { amountProblem, isWrongNumber } from './typed-problems.ts'

it('names what is wrong with an amount without asking the main process', () => {
  expect(amountProblem('', 'USD')).toEqual({ code: 'AMOUNT_ZERO' })
  expect(amountProblem('5.0051', 'USD')?.code).toBe('AMOUNT_TOO_PRECISE')
  expect(amountProblem('five', 'USD')?.code).toBe('AMOUNT_NOT_A_NUMBER')
  expect(amountProblem('500', 'USD')).toBeNull()
})

it('calls a number wrong only when no further digit can make it right', () => {
  expect(isWrongNumber('4017-000-09')).toBe(false)
  expect(isWrongNumber('4017-000-094')).toBe(false)
  expect(isWrongNumber('4017-000-095')).toBe(true)
})
