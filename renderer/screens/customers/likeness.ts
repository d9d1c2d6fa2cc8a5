import type { CustomerRow } from '../../../shared/contract/customers.ts'

export type Likeness = 'name' | 'dateOfBirth' | 'phone' | 'email' | 'similar'

type Person = {
  readonly firstName: string
  readonly lastName: string
  readonly dateOfBirth?: string | undefined
  readonly phone: string | null
  readonly email: string | null
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .trim()
    .toLowerCase()

/** Why a customer may be the same person. One found only by a similar name shares no fact, so the name is the reason. */
export function likenesses(person: Person, known: CustomerRow): readonly Likeness[] {
  const sameName =
    plain(person.firstName) === plain(known.firstName) && plain(person.lastName) === plain(known.lastName)
  const equal: readonly (readonly [Likeness, boolean])[] = [
    ['name', sameName],
    ['dateOfBirth', person.dateOfBirth !== undefined && person.dateOfBirth === known.dateOfBirth],
    ['phone', person.phone !== null && person.phone === known.phone],
    ['email', person.email !== null && person.email.toLowerCase() === known.email?.toLowerCase()],
  ]
  const found = equal.filter(([, same]) => same).map(([name]) => name)
  return found.includes('name') || found.includes('phone') || found.includes('email')
    ? found
    : ['similar', ...found]
}
