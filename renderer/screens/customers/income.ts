import { INCOME_RANGES } from '../../../shared/contract/customers.ts'

type IncomeRange = (typeof INCOME_RANGES)[number]

/** The stored range of yearly income, or undefined when none was stated or it is not one of those known today. */
export const incomeOf = (stored: string | null): IncomeRange | undefined =>
  INCOME_RANGES.find((known) => known === stored)
