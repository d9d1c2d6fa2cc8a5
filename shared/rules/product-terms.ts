import type { DayCount } from './day-count.ts'

/** The day counts that a product may have; their years divide the parts in which interest accrues (code/products/accrue.sql). */
export const PRODUCT_DAY_COUNTS = [
  'ACT_365F',
  'ACT_360',
  'ACT_ACT_ISDA',
  'THIRTY_360_ISDA',
  'THIRTY_E_360',
] as const satisfies readonly DayCount[]

/** The postings that a product may charge. */
export const CHARGED_POSTINGS = ['DEPOSIT', 'WITHDRAWAL', 'TRANSFER'] as const

/** How a loan comes back: the same sum each month, or the same share of the principal with the interest of the month. */
export const LOAN_METHODS = ['ANNUITY', 'EQUAL_PRINCIPAL'] as const

/** The terms in force on a day: the latest that have begun. `terms` in any order; undefined before the first. */
export function termsInForce<T extends { readonly validFrom: string }>(
  terms: readonly T[],
  date: string,
): T | undefined {
  return terms
    .filter(({ validFrom }) => validFrom <= date)
    .reduce<T | undefined>(
      (last, one) => (last === undefined || one.validFrom > last.validFrom ? one : last),
      undefined,
    )
}

/** Terms from the beginning of the calendar on have no first day that anybody needs to read. */
export const SINCE_EVER = '0001-01-01'
