import { describe, expect, test } from 'vitest'
import { toDecimal } from '../../shared/money.ts'
import { setNumberFormat } from '../i18n/amounts.ts'
import { blankTape, operatorOf, pressEquals, pressOperator, readEntry } from './keypad.ts'

/** Types numbers and operators one after the other, such as `300 + 200 =`, and returns the entry and the tape. */
function calculate(line: string, currency = 'USD') {
  let tape = blankTape
  let text = ''
  for (const word of line.split(' ')) {
    const operator = operatorOf(word)
    if (operator !== undefined) {
      const next = pressOperator(tape, text, operator, currency)
      if (next === null) return null
      tape = next
      text = ''
    } else if (word === '=') {
      const result = pressEquals(tape, text, currency)
      if (result === null) return null
      tape = result.tape
      text = result.text
    } else text = word
  }
  return { text, printed: tape.printed }
}

describe('the keypad', () => {
  test.each([
    ['1k', '1000.00'],
    ['1.5k', '1500.00'],
    ['2,000 K', '2000000.00'],
    ['0.01k', '10.00'],
  ])('%s is %s', (text, expected) => {
    const amount = readEntry(text, 'USD')
    expect(amount.ok && toDecimal(amount.value)).toBe(expected)
  })

  test.each(['k', 'abck', '1.234k', '1k5', '1kk'])('%s is no amount', (text) => {
    expect(readEntry(text, 'USD').ok).toBe(false)
  })

  test.each([
    ['300 + 200 =', '500', '300.00 + 200.00 ='],
    ['300 + 200 - 50.25 =', '449.75', '500.00 − 50.25 ='],
    ['20 x 12 =', '240', '20.00 × 12 ='],
    ['0.50 * 2.5 =', '1.25', '0.50 × 2.5 ='],
    ['100 - 300 =', '-200', '100.00 − 300.00 ='],
    ['9999999999999.99 - 0.01 =', '9999999999999.98', '9,999,999,999,999.99 − 0.01 ='],
  ])('%s gives %s and prints %s', (line, text, printed) => {
    expect(calculate(line)).toEqual({ text, printed })
  })

  test('a product that is not a whole number of cents is not rounded', () => {
    expect(calculate('0.01 x 0.5 =')).toBeNull()
  })

  test('an operator after no number does nothing', () => {
    expect(calculate('+ 5 =')).toBeNull()
  })

  test('yen have no decimals', () => {
    expect(calculate('1500 + 500 =', 'JPY')).toEqual({ text: '2000', printed: '1,500 + 500 =' })
  })

  test('a branch that writes commas calculates with commas', () => {
    setNumberFormat('COMMA_POINT')
    expect(calculate('1.250,50 + 0,50 =')).toEqual({ text: '1251', printed: '1.250,50 + 0,50 =' })
    expect(calculate('20 x 2,5 =')).toEqual({ text: '50', printed: '20,00 × 2,5 =' })
    expect(calculate('20 x 1.000 =')).toBeNull()
    setNumberFormat('POINT_COMMA')
  })
})
