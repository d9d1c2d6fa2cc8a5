import { z } from 'zod'
import { details, INCOME_RANGES, type DetailName } from '../../../shared/contract/customers.ts'
import { mapValues } from '../../../shared/map-values.ts'
import { readEmail } from '../../../shared/rules/email.ts'
import { i18n } from '../../i18n/i18n.ts'

type Choice = {
  readonly value: string
  readonly words: `income.${(typeof INCOME_RANGES)[number]}`
}

/** How a detail is typed and shown. */
type Kind =
  | { readonly kind: 'text' | 'email' | 'phone'; readonly maxLength: number }
  | { readonly kind: 'country' }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }

/** The groups of the form, from top to bottom; each has its legend in `form`. */
export const DETAIL_GROUPS = ['contact', 'tax', 'work'] as const
export type DetailGroup = (typeof DETAIL_GROUPS)[number]

type Detail = Kind & {
  readonly group: DetailGroup
  /** The line within the group: fields of one line stand side by side where there is room. */
  readonly line: number
  /** As a fact it stands after this one, wherever the form asks for it. */
  readonly factAfter?: DetailName
  /** Asked when registering; afterwards two people correct it, as name and birth. */
  readonly byTwo?: true
}

/**
 * The details of a customer in the order in which the form asks for them. The form, the facts on the customer's page and the
 * note of what another user changed follow from this table; each detail has its label in `detail`.
 */
export const DETAILS: Readonly<Record<DetailName, Detail>> = {
  // Asked for first, because the phone is read in this country; as a fact it ends the address.
  country: { group: 'contact', line: 1, kind: 'country', factAfter: 'city' },
  phone: { group: 'contact', line: 1, kind: 'phone', maxLength: 40 },
  email: { group: 'contact', line: 2, kind: 'email', maxLength: 255 },
  address: { group: 'contact', line: 3, kind: 'text', maxLength: 500 },
  postcode: { group: 'contact', line: 4, kind: 'text', maxLength: 20 },
  city: { group: 'contact', line: 4, kind: 'text', maxLength: 100 },
  nationality: { group: 'tax', line: 1, kind: 'country', byTwo: true },
  occupation: { group: 'work', line: 1, kind: 'text', maxLength: 100 },
  incomeRange: {
    group: 'work',
    line: 1,
    kind: 'choice',
    choices: INCOME_RANGES.map((range) => ({ value: range, words: `income.${range}` })),
  },
}

const emptyAsNull = (typed: string | null) => (typed === '' ? null : typed)

/**
 * What the form accepts, and the call then takes. A detail follows the rule of its call unless it has one here: because a
 * field has its own sentence for what is wrong, or because an empty field is '' where the call takes null.
 */
export const DETAIL_RULES = {
  ...details,
  country: z.string().min(1),
  nationality: z.string().min(1),
  email: z
    .string()
    .max(255)
    .refine((typed) => typed.trim() === '' || readEmail(typed) !== null, {
      error: () => i18n.t('customers:form.emailWrong'),
    })
    .transform(readEmail),
  incomeRange: z.string().nullable().transform(emptyAsNull).pipe(details.incomeRange),
}

/** Whether a customer can be registered without it. */
export const isOptional = (name: DetailName): boolean => DETAIL_RULES[name].safeParse('').success

/** What a detail is called: a company has the country of its register where a person has a nationality. */
export const detailWord = (name: DetailName, company: boolean) =>
  company && name === 'nationality' ? 'registerCountry' : (`detail.${name}` as const)

/** One value for each detail. */
export const eachDetail = <V>(valueOf: (name: DetailName) => V): Record<DetailName, V> =>
  mapValues(DETAILS, (_, name) => valueOf(name))

/** A stored detail, or null where it was never stated or is a choice that is no longer offered. */
export function statedDetail(name: DetailName, stored: string | null): string | null {
  const detail = DETAILS[name]
  const offered = detail.kind !== 'choice' || detail.choices.some(({ value }) => value === stored)
  return offered ? stored : null
}
