/**
 * The check digit of ISO/IEC 7812-1 Annex B (the Luhn formula): finds every single wrong digit and nearly every
 * transposition of neighbours, the usual mistakes of typing.
 */
export function checkDigit(digits: string): string {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 0 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return String((10 - (sum % 10)) % 10)
}

export const hasValidCheckDigit = (digits: string) =>
  /^\d{2,}$/.test(digits) && checkDigit(digits.slice(0, -1)) === digits.slice(-1)

/**
 * Account numbers have ten digits, the last one the check digit, and are written 4017-220-912. From the billionth account on they have
 * more, up to the width of the column.
 */
const ACCOUNT_NUMBER_LENGTH = { least: 10, most: 20 } as const

/** The digits of a typed account number, without hyphens and spaces; null when it cannot be one. */
export function readAccountNumber(typed: string): string | null {
  const digits = typed.replace(/[\s-]/g, '')
  const { least, most } = ACCOUNT_NUMBER_LENGTH
  return digits.length >= least && digits.length <= most && hasValidCheckDigit(digits) ? digits : null
}

export const formatAccountNumber = (digits: string) => digits.replace(/^(\d{4})(\d{3})(\d{3,})$/, '$1-$2-$3')
