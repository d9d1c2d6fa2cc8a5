import { DETAILS, isOptional } from './customer-details.ts'
import type { DetailName } from '../../../shared/contract/customers.ts'
import type { PersonForm } from './person-schema.ts'

const NAMES = ['firstName', 'lastName', 'registrationNumber', 'dateOfBirth'] as const
export type Needed = (typeof NAMES)[number] | DetailName | 'taxResidences'

const isDetail = (name: string): name is DetailName => Object.hasOwn(DETAILS, name)
/** In the order of the form. */
const REQUIRED: readonly DetailName[] = Object.keys(DETAILS)
  .filter(isDetail)
  .filter((name) => !isOptional(name))

type Typed = Partial<Pick<PersonForm, (typeof NAMES)[number] | DetailName | 'oneName' | 'company'>> & {
  readonly taxResidences?: readonly { readonly country?: string }[]
}

const isEmpty = (typed: unknown) => typeof typed !== 'string' || typed.trim() === ''

/** The fields that have to be filled in and are empty, from top to bottom. Whether what is typed is right is said beside each. */
export function missingIn(typed: Typed): readonly Needed[] {
  const asked = {
    firstName: typed.oneName !== true && typed.company !== true,
    lastName: true,
    registrationNumber: typed.company === true,
    dateOfBirth: true,
  }
  const names = NAMES.filter((name) => asked[name] && isEmpty(typed[name]))
  const residence = (typed.taxResidences ?? []).every(({ country }) => isEmpty(country))
  const details = REQUIRED.filter((name) => isEmpty(typed[name]))
  const before = details.filter((name) => DETAILS[name].group !== 'work')
  const work = details.filter((name) => DETAILS[name].group === 'work')
  return [...names, ...before, ...(residence ? (['taxResidences'] as const) : []), ...work]
}
