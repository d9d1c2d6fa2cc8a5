import type { DetailName } from '../../../shared/contract/customers.ts'
import { DETAILS, eachDetail, type DetailGroup } from './customer-details.ts'

/** All details in the order of the form. */
export const DETAIL_NAMES: readonly DetailName[] = Object.values(eachDetail((name) => name))

const namesIn = (group: DetailGroup) => DETAIL_NAMES.filter((name) => DETAILS[name].group === group)

/** The fields of a group, line by line. */
export const linesOf = (group: DetailGroup): readonly (readonly DetailName[])[] => [
  ...Map.groupBy(namesIn(group), (name) => DETAILS[name].line).values(),
]

const movedAfter = (name: DetailName) => DETAIL_NAMES.filter((other) => DETAILS[other].factAfter === name)

/** All details in the order of the facts. */
export const FACT_NAMES: readonly DetailName[] = DETAIL_NAMES.filter(
  (name) => DETAILS[name].factAfter === undefined,
).flatMap((name) => [name, ...movedAfter(name)])
