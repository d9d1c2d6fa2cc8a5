import type { TaxResidence } from '../../../shared/contract/customers.ts'
import { countryName } from './countries.ts'

/** `Sweden (19740812-1234)`, or the country alone where the number is not known. */
export const residenceInWords = ({ country, tin }: TaxResidence): string =>
  tin === null ? countryName(country) : `${countryName(country)} (${tin})`

export const residencesInWords = (residences: readonly TaxResidence[]): string =>
  residences.map(residenceInWords).join(', ')
