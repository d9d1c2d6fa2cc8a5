import { describe, expect, test } from 'vitest'
import { amountWidth, isLongFigure } from './figure.ts'
import { measureRows, UNMEASURED } from './use-rows.ts'
import { postingWidths } from '../screens/accounts/posting-widths.ts'

describe('the width of a column of amounts', () => {
  test('is the least one while the amounts are ordinary', () => {
    expect(amountWidth([], 'USD', 88)).toBe(88)
    expect(amountWidth(['1180.00', '88.10'], 'USD', 88)).toBe(88)
  })

  test('grows with the longest amount, in each column by itself', () => {
    const lines = [
      { side: 'CREDIT', amount: '1234567890123.45', balanceAfter: '1234567890716.55' },
      { side: 'DEBIT', amount: '50.00', balanceAfter: '593.10' },
    ] as const
    const { debit, credit, balance } = postingWidths(lines, 'USD', { side: 88, balance: 108 })
    expect(debit).toBe(88)
    expect(credit).toBeGreaterThan(150)
    expect(balance).toBe(credit)
  })

  test('only figures of a thousand million and more are drawn smaller', () => {
    expect(isLongFigure('999,999,999.99')).toBe(false)
    expect(isLongFigure('1,000,000,000.00')).toBe(true)
  })
})

test('a frame that is not laid out yet still draws its first rows', () => {
  const heights: number[] = []
  const instance = { scrollElement: { clientWidth: 0, clientHeight: 0 }, targetWindow: {} }
  measureRows(instance as never, ({ height }) => heights.push(height))
  expect(heights).toEqual([UNMEASURED.height])
  expect(UNMEASURED.height).toBeGreaterThan(0)
})
