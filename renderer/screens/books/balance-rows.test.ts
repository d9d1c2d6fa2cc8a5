import { describe, expect, test } from 'vitest'
import type { ChartAccount, CodeBalance } from '../../../shared/contract/book-views.ts'
import { toDecimal } from '../../../shared/money.ts'
import { balanceRows, totals } from './balance-rows.ts'

const account = (code: string, parent: string | null, depth: number): ChartAccount => ({
  code,
  name: `Name of ${code}`,
  parent,
  class: 'ASSET',
  normalSide: 'DEBIT',
  depth,
  sets: [],
})
const balance = (code: string | null, currency: string, debits: string, credits: string): CodeBalance => ({
  code,
  currency,
  debits,
  credits,
  entries: 1,
})

const chart = [account('1000', null, 0), account('1100', '1000', 1), account('2000', null, 0)]

describe('the lines of a trial balance', () => {
  const rows = balanceRows(chart, [
    balance(null, 'USD', '0.00', '2.00'),
    balance('2000', 'USD', '10.00', '110.00'),
    balance('1100', 'USD', '102.00', '0.00'),
    balance('1000', 'USD', '102.00', '0.00'),
    balance('1000', 'JPY', '5.00', '5.00'),
  ])

  test('stand in the order of the chart, without codes that have no entry', () => {
    expect(rows.map(({ code, currency }) => [code, currency])).toEqual([
      ['1000', 'JPY'],
      ['1000', 'USD'],
      ['1100', 'USD'],
      ['2000', 'USD'],
      [null, 'USD'],
    ])
  })

  test('have debits minus credits as their balance', () => {
    expect(rows.map((row) => row.balance)).toEqual(['0', '102.00', '102.00', '-100.00', '-2.00'])
  })

  test('come to sums that count each amount once, currency by currency', () => {
    const sums = totals(rows).map(({ debits, credits }) => [toDecimal(debits), toDecimal(credits)])
    expect(sums).toEqual([
      ['5', '5'],
      ['112.00', '112.00'],
    ])
  })
})
