import type { CustomerRow } from '../../../shared/contract/customers.ts'
import { fullName } from '../../../shared/rules/full-name.ts'

export type Likeness = 'name' | 'dateOfBirth' | 'phone' | 'email' | 'similar'

type Person = {
  readonly firstName: string | null
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

const withoutExtension = (phone: string | null) => phone?.split(';')[0]

/** Why a customer may be the same person. One found only by a similar name shares no fact, so the name is the reason. */
export function likenesses(person: Person, known: CustomerRow): readonly Likeness[] {
  const sameName = plain(fullName(person)) === plain(fullName(known))
  const equal: readonly (readonly [Likeness, boolean])[] = [
    ['name', sameName],
    ['dateOfBirth', person.dateOfBirth !== undefined && person.dateOfBirth === known.dateOfBirth],
    ['phone', person.phone !== null && person.phone === withoutExtension(known.phone)],
    ['email', person.email !== null && person.email.toLowerCase() === known.email?.toLowerCase()],
  ]
  const found = equal.filter(([, same]) => same).map(([name]) => name)
  return found.includes('name') || found.includes('phone') || found.includes('email')
    ? found
    : ['similar', ...found]
}
