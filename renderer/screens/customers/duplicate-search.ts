import { z } from 'zod'
import { readPhone } from '../../../shared/rules/phone.ts'
import type { CallInput } from '../../../shared/contract.ts'
import type { PersonForm } from './person-schema.ts'

export type DuplicateSearch = CallInput<'customers.findDuplicates'>

const isDate = (text: string) => z.iso.date().safeParse(text).success
const isEmail = (text: string) => z.email().safeParse(text).success

type Typed = Pick<PersonForm, 'firstName' | 'lastName' | 'dateOfBirth' | 'phone' | 'email' | 'country'>

/** What to search for, from the fields that are valid so far; null until there is a name and a fact that identifies. */
export function duplicateSearchOf({
  firstName,
  lastName,
  dateOfBirth,
  phone,
  email,
  country,
}: Typed): DuplicateSearch | null {
  const number = readPhone(phone, country)
  const address = isEmail(email.trim()) ? email.trim() : null
  const born = isDate(dateOfBirth) ? { dateOfBirth } : {}
  const identified = number !== null || address !== null || 'dateOfBirth' in born
  if (firstName.trim() === '' || lastName.trim() === '' || !identified) return null
  return { firstName: firstName.trim(), lastName: lastName.trim(), phone: number, email: address, ...born }
}
