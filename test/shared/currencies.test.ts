import { expect, test } from 'vitest'
import { isSupportedCurrency, knownCodes, minorUnits, supportedCurrencies } from '../../shared/currencies.ts'
import { branchForFile } from '../support/test-file.ts'

/** ISO 4217 list one, copied a second time by hand: the currencies that do not have two decimals. */
const DECIMALS: Readonly<Record<number, readonly string[]>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' '),
  3: 'BHD IQD JOD KWD LYD OMR TND'.split(' '),
}

const decimalsOf = (code: string) =>
  Number(Object.keys(DECIMALS).find((decimals) => DECIMALS[Number(decimals)]?.includes(code)) ?? 2)

const branch = await branchForFile()

test('every currency has the decimals of ISO 4217', () => {
  expect(knownCodes.length).toBeGreaterThan(140)
  expect(knownCodes.filter((code) => minorUnits(code) !== decimalsOf(code))).toEqual([])
})

test('no account is kept in a currency that the ledger would have to round: three decimals are not offered', async () => {
  for (const code of DECIMALS[3] ?? []) expect(isSupportedCurrency(code)).toBe(false)
  const { rows } = await branch.database.superuser.query<{ code: string; decimals: number }>(
    'SELECT code, minor_units AS decimals FROM currencies ORDER BY code',
  )
  expect(rows.filter(({ code, decimals }) => decimals !== decimalsOf(code))).toEqual([])
  expect(rows.map(({ code }) => code)).toEqual(supportedCurrencies.map(({ code }) => code).toSorted())
})
