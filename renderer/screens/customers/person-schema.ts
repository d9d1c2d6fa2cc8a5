import { z } from 'zod'
import { isoDate, text } from '../../../shared/contract/fields.ts'
import { readPhone } from '../../../shared/rules/phone.ts'
import { i18n } from '../../i18n/i18n.ts'
import { messageForCode } from '../../feedback/messages.ts'
import { DETAIL_RULES, eachDetail } from './customer-details.ts'

const EARLIEST_BIRTH = '1900-01-01'

const personShape = (today: string) => ({
  firstName: text(100),
  lastName: text(100),
  dateOfBirth: isoDate
    .refine((day) => day <= today, { error: () => i18n.t('customers:form.bornLater') })
    .refine((day) => day >= EARLIEST_BIRTH, { error: () => i18n.t('customers:form.bornTooEarly') }),
})

const phonePair = z.object({ phone: text(40), country: z.string().min(1) })

/** The phone is checked against the country once both are filled in, without waiting for the other fields. */
const phoneRule = {
  path: ['phone'],
  error: () => messageForCode('PHONE_INVALID'),
  when: ({ value }: { value: unknown }) => phonePair.safeParse(value).success,
}
const phoneFits = ({ phone, country }: { phone: string; country: string }) =>
  readPhone(phone, country) !== null

/** What a registration has to be; `today` is the branch's date. */
export const registrationSchema = (today: string) =>
  z.object({ ...personShape(today), ...DETAIL_RULES }).refine(phoneFits, phoneRule)
type RegistrationSchema = ReturnType<typeof registrationSchema>
/** The values of the fields, when registering and when changing contact details. */
export type PersonForm = z.input<RegistrationSchema>
/** The same once it is checked: as the calls take it. */
export type Person = z.output<RegistrationSchema>

const asItIs = { firstName: z.string(), lastName: z.string(), dateOfBirth: z.string() }

/** The same fields where only the contact can be changed, so only the contact is checked. */
export const contactSchema = z.object({ ...asItIs, ...DETAIL_RULES }).refine(phoneFits, phoneRule)

/** The contact as the main process takes it: the checked form without name and birth. */
export function contactOf(person: Person) {
  const { firstName: _first, lastName: _last, dateOfBirth: _birth, ...contact } = person
  return contact
}

/** An empty form, but for the country. */
export const blankRegistration = (country: string): PersonForm => ({
  firstName: '',
  lastName: '',
  dateOfBirth: '',
  ...eachDetail(() => ''),
  country,
})
