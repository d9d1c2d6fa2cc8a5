import { z } from 'zod'
import { taxResidences, type CustomerView } from '../../../shared/contract/customers.ts'
import { isoDate, optionalText, text } from '../../../shared/contract/fields.ts'
import { checkName } from '../../../shared/rules/name.ts'
import { readPhone } from '../../../shared/rules/phone.ts'
import { cleanName } from '../../../shared/rules/text.ts'
import { i18n } from '../../i18n/i18n.ts'
import { messageForCode } from '../../feedback/messages.ts'
import { DETAIL_RULES, eachDetail } from './customer-details.ts'

const EARLIEST_BIRTH = '1900-01-01'
const EARLIEST_FOUNDING = '1000-01-01'

/** May be empty: whether it has to be there depends on the field. */
const name = z
  .string()
  .overwrite(cleanName)
  .max(100)
  .superRefine((value, context) => {
    const checked = value === '' ? null : checkName(value)
    if (checked?.ok === false)
      context.addIssue({
        code: 'custom',
        message: messageForCode(checked.error.code, checked.error.details),
      })
  })

/** Name and birth as fields; `today` is the branch's date. A company may be older than anybody. */
export const nameAndBirth = (today: string, kind: CustomerView['kind']) => ({
  firstName: name,
  oneName: z.boolean(),
  lastName: name.min(1),
  dateOfBirth: isoDate
    .refine((day) => day <= today, { error: () => i18n.t('customers:form.bornLater') })
    .refine((day) => day >= (kind === 'COMPANY' ? EARLIEST_FOUNDING : EARLIEST_BIRTH), {
      error: () => i18n.t('customers:form.bornTooEarly'),
    }),
})

/** Of a company its number in the register, and of a minor who is to sign. */
const whose = { company: z.boolean(), registrationNumber: z.string().max(50), guardian: z.string().max(100) }

const namePair = z.object({ firstName: name, oneName: z.boolean() })
const firstNameRule = {
  path: ['firstName'],
  error: () => i18n.t('customers:form.firstNameMissing'),
  when: ({ value }: { value: unknown }) => namePair.safeParse(value).success,
}
type Named = { readonly firstName: string; readonly oneName: boolean; readonly company?: boolean }
const firstNameFits = ({ firstName, oneName, company }: Named) =>
  oneName || company === true || firstName.trim() !== ''

/** A first name is left out only where it is said that there is none. */
export const withFirstName = <S extends z.ZodType<Named>>(schema: S) =>
  schema.refine(firstNameFits, firstNameRule)

const numbered = z.object({ company: z.boolean(), registrationNumber: z.string() })
const numberRule = {
  path: ['registrationNumber'],
  error: () => i18n.t('components:required'),
  when: ({ value }: { value: unknown }) => numbered.safeParse(value).success,
}

const born = z.object({ company: z.boolean(), dateOfBirth: isoDate })
const birthRule = {
  path: ['dateOfBirth'],
  error: () => i18n.t('customers:form.bornTooEarly'),
  when: ({ value }: { value: unknown }) => born.safeParse(value).success,
}

/** Lines that are not filled in yet say nothing. */
function eachCountryOnce(rows: readonly { readonly country: string }[]): boolean {
  const countries = rows.map(({ country }) => country).filter((country) => country !== '')
  return new Set(countries).size === countries.length
}

/** As the call takes them, but that a country that was not chosen is ''. */
const residences = {
  taxResidences: z
    .array(z.object({ country: z.string().min(1), tin: optionalText(50) }))
    .refine(eachCountryOnce, {
      error: () => i18n.t('customers:form.residenceTwice'),
    })
    .pipe(taxResidences),
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

/** What a registration has to be; `today` is the branch's date. */
export const registrationSchema = (today: string) =>
  z
    .object({ ...nameAndBirth(today, 'COMPANY'), ...whose, ...DETAIL_RULES, ...residences })
    .refine(firstNameFits, firstNameRule)
    .refine(({ company, registrationNumber }) => !company || registrationNumber.trim() !== '', numberRule)
    .refine(({ company, dateOfBirth }) => company || dateOfBirth >= EARLIEST_BIRTH, birthRule)
    .refine(phoneFits, phoneRule)
type RegistrationSchema = ReturnType<typeof registrationSchema>
/** The values of the fields, when registering and when changing contact details. */
export type PersonForm = z.input<RegistrationSchema>
/** The same once it is checked: as the calls take it. */
export type Person = z.output<RegistrationSchema>

const asItIs = {
  firstName: z.string(),
  oneName: z.boolean(),
  lastName: z.string(),
  dateOfBirth: z.string(),
  nationality: z.string(),
  ...whose,
}

/** The same fields where only the contact can be changed, so only the contact is checked. */
export const contactSchema = z
  .object({ ...DETAIL_RULES, ...asItIs, ...residences })
  .refine(phoneFits, phoneRule)

/** The contact as the main process takes it: the checked form without what two people correct. */
export function contactOf(person: Person) {
  const {
    firstName: _first,
    oneName: _one,
    lastName: _last,
    dateOfBirth: _birth,
    nationality: _nationality,
    company: _company,
    registrationNumber: _number,
    guardian: _guardian,
    ...contact
  } = person
  return contact
}

/** A line that is to be filled in. */
export const NO_RESIDENCE = { country: '', tin: '' } as const

/** An empty form, but for the country. */
export const blankRegistration = (country: string): PersonForm => ({
  firstName: '',
  oneName: false,
  lastName: '',
  dateOfBirth: '',
  company: false,
  registrationNumber: '',
  guardian: '',
  ...eachDetail(() => ''),
  taxResidences: [NO_RESIDENCE],
  country,
})
