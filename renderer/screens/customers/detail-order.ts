import type { DetailName } from '../../../shared/contract/customers.ts'
import { DETAIL_GROUPS, DETAILS, eachDetail, type DetailGroup } from './customer-details.ts'

/** All details in the order of the form. */
export const DETAIL_NAMES: readonly DetailName[] = Object.values(eachDetail((name) => name))

const namesIn = (group: DetailGroup) => DETAIL_NAMES.filter((name) => DETAILS[name].group === group)

/** The fields of a group, line by line. */
export const linesOf = (group: DetailGroup): readonly (readonly DetailName[])[] => [
  ...Map.groupBy(namesIn(group), (name) => DETAILS[name].line).values(),
]

const isLast = (name: DetailName) => Number(DETAILS[name].lastFact ?? false)

/** All details in the order of the facts. */
export const FACT_NAMES: readonly DetailName[] = DETAIL_GROUPS.flatMap((group) =>
  namesIn(group).toSorted((a, b) => isLast(a) - isLast(b)),
)
