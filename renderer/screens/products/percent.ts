import { decimalSign } from '../../i18n/amounts.ts'

/** Decimal text as a percentage, without zeros at its end, in the branch's number format: `2.5 %`. */
export function percentOf(decimal: string): string {
  const short = decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal
  return `${short.replace('.', decimalSign())}\u00A0%`
}

export const isNothing = (decimal: string): boolean => !/[1-9]/.test(decimal)
