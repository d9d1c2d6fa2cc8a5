import { decimalSign } from '../../i18n/amounts.ts'

/** Decimal text without zeros at its end. */
export const shortDecimal = (decimal: string): string =>
  decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal

/** Decimal text as a percentage in the branch's number format: `2.5 %`. */
export const percentOf = (decimal: string): string =>
  `${shortDecimal(decimal).replace('.', decimalSign())}\u00A0%`

export const isNothing = (decimal: string): boolean => !/[1-9]/.test(decimal)
