import type { DetailName } from '../../../shared/contract/customers.ts'
import { DETAILS, eachDetail, type DetailGroup } from './customer-details.ts'

/** All details in the order of the form. */
export const DETAIL_NAMES: readonly DetailName[] = Object.values(eachDetail((name) => name))

const namesIn = (group: DetailGroup) => DETAIL_NAMES.filter((name) => DETAILS[name].group === group)

/** The fields of a group, line by line; of `asked` only. */
export const linesOf = (
  group: DetailGroup,
  asked: readonly DetailName[] = DETAIL_NAMES,
): readonly (readonly DetailName[])[] => [
  ...Map.groupBy(
    namesIn(group).filter((name) => asked.includes(name)),
    (name) => DETAILS[name].line,
  ).values(),
]

const movedAfter = (name: DetailName) => DETAIL_NAMES.filter((other) => DETAILS[other].factAfter === name)

/** Those that one person may change. */
export const CONTACT_NAMES: readonly DetailName[] = DETAIL_NAMES.filter(
  (name) => DETAILS[name].byTwo !== true,
)

/** All details in the order of the facts. */
export const FACT_NAMES: readonly DetailName[] = DETAIL_NAMES.filter(
  (name) => DETAILS[name].factAfter === undefined,
).flatMap((name) => [name, ...movedAfter(name)])
