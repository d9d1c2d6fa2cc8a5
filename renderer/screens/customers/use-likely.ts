import { useDebouncedValue } from '@mantine/hooks'
import { useMemo } from 'react'
import { useWatch, type Control } from 'react-hook-form'
import { z } from 'zod'
import type { CallInput } from '../../../shared/contract.ts'
import type { CustomerRow } from '../../../shared/contract/customers.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import type { PersonForm } from './person-schema.ts'
import { readPhone } from './phone.ts'

export type Wanted = CallInput<'customers.findDuplicates'>

const isDate = (text: string) => z.iso.date().safeParse(text).success
const isEmail = (text: string) => z.email().safeParse(text).success

type Typed = Pick<PersonForm, 'firstName' | 'lastName' | 'dateOfBirth' | 'phone' | 'email' | 'country'>

/** What to search for, from the fields that are valid so far; null until there is a name and a fact that identifies. */
export function wantedFrom({
  firstName,
  lastName,
  dateOfBirth,
  phone,
  email,
  country,
}: Typed): Wanted | null {
  const number = readPhone(phone, country)
  const address = isEmail(email.trim()) ? email.trim() : null
  const born = isDate(dateOfBirth) ? { dateOfBirth } : {}
  const telling = number !== null || address !== null || 'dateOfBirth' in born
  if (firstName.trim() === '' || lastName.trim() === '' || !telling) return null
  return { firstName: firstName.trim(), lastName: lastName.trim(), phone: number, email: address, ...born }
}

export type Likely = {
  readonly wanted: Wanted | null
  readonly people: readonly CustomerRow[]
  readonly searching: boolean
}

/** People who may be the same as the one in the form, searched while it is filled in. */
export function useLikely(control: Control<PersonForm>): Likely {
  const [firstName, lastName, dateOfBirth, phone, email, country] = useWatch({
    control,
    name: ['firstName', 'lastName', 'dateOfBirth', 'phone', 'email', 'country'],
  })
  const typed = useMemo(
    () => wantedFrom({ firstName, lastName, dateOfBirth, phone, email, country }),
    [firstName, lastName, dateOfBirth, phone, email, country],
  )
  const [wanted] = useDebouncedValue(typed, 250)
  const found = useQueryCall(
    'customers.findDuplicates',
    wanted ?? { firstName: '', lastName: '', phone: null, email: null },
    { enabled: wanted !== null, keep: true },
  )
  return {
    wanted,
    people: wanted === null ? [] : (found.data?.customers ?? []),
    searching: wanted !== null && found.loading,
  }
}
