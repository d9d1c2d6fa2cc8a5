import { z } from 'zod'
import { readPhone } from '../../../shared/rules/phone.ts'
import { INCOME_RANGES } from '../../../shared/contract/customers.ts'
import { isoDate, text } from '../../../shared/contract/fields.ts'
import { localToday } from '../../../shared/rules/today.ts'
import { i18n } from '../../i18n/i18n.ts'
import { messageForCode } from '../../feedback/messages.ts'

const contactShape = {
  country: z.string().min(1),
  phone: text(40),
  email: z
    .string()
    .trim()
    .max(255)
    .refine((value) => value === '' || z.email().safeParse(value).success, {
      error: () => i18n.t('customers:form.emailWrong'),
    }),
  address: text(500),
  city: text(100),
  occupation: z.string().trim().max(100),
  incomeRange: z.union([z.enum(INCOME_RANGES), z.literal('')]).nullable(),
}

const EARLIEST_BIRTH = '1900-01-01'

const personShape = {
  firstName: text(100),
  lastName: text(100),
  dateOfBirth: isoDate
    .refine((day) => day <= localToday(), { error: () => i18n.t('customers:form.bornLater') })
    .refine((day) => day >= EARLIEST_BIRTH, { error: () => i18n.t('customers:form.bornTooEarly') }),
}

const phonePair = z.object({ phone: text(40), country: z.string().min(1) })

/** The phone is checked against the country once both are filled in, without waiting for the other fields. */
const phoneRule = {
  path: ['phone'],
  error: () => messageForCode('PHONE_INVALID'),
  when: ({ value }: { value: unknown }) => phonePair.safeParse(value).success,
}
const phoneFits = ({ phone, country }: { phone: string; country: string }) =>
  readPhone(phone, country) !== null

export const registrationSchema = z.object({ ...personShape, ...contactShape }).refine(phoneFits, phoneRule)
/** What the fields hold, whether somebody registers or changes contact details. */
export type PersonForm = z.infer<typeof registrationSchema>

const asItIs = { firstName: z.string(), lastName: z.string(), dateOfBirth: z.string() }

/** The same fields where only the contact can be changed, so only the contact is checked. */
export const contactSchema = z.object({ ...asItIs, ...contactShape }).refine(phoneFits, phoneRule)

const orNull = <T extends string>(value: T | '' | null): T | null => (value === '' ? null : value)

/** The contact as the main process takes it: what was left empty is null. */
export const contactOf = ({ country, phone, email, address, city, occupation, incomeRange }: PersonForm) => ({
  country,
  phone,
  email: orNull(email),
  address,
  city,
  occupation: orNull(occupation),
  incomeRange: orNull(incomeRange),
})

export const blankRegistration = (country: string): PersonForm => ({
  firstName: '',
  lastName: '',
  dateOfBirth: '',
  country,
  phone: '',
  email: '',
  address: '',
  city: '',
  occupation: '',
  incomeRange: '',
})
