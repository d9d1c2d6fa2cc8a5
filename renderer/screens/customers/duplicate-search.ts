import { z } from 'zod'
import { readEmail } from '../../../shared/rules/email.ts'
import { readPhone } from '../../../shared/rules/phone.ts'
import type { CallInput } from '../../../shared/contract.ts'
import type { PersonForm } from './person-schema.ts'

export type DuplicateSearch = CallInput<'customers.findDuplicates'>

const isDate = (text: string) => z.iso.date().safeParse(text).success

type Typed = Pick<
  PersonForm,
  'firstName' | 'oneName' | 'company' | 'lastName' | 'dateOfBirth' | 'phone' | 'email' | 'country'
>

/** What to search for, from the fields that are valid so far; null until there is a name and a fact that identifies. */
export function duplicateSearchOf({
  firstName,
  oneName,
  company,
  lastName,
  dateOfBirth,
  phone,
  email,
  country,
}: Typed): DuplicateSearch | null {
  const number = readPhone(phone, country)?.number ?? null
  const address = readEmail(email)
  const born = isDate(dateOfBirth) ? { dateOfBirth } : {}
  const identified = number !== null || address !== null || 'dateOfBirth' in born
  const first = oneName || company ? null : firstName.trim()
  if (first === '' || lastName.trim() === '' || !identified) return null
  return { firstName: first, lastName: lastName.trim(), phone: number, email: address, ...born }
}
