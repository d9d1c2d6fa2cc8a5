import { formatAccountNumber } from './check-digit.ts'
import type { CashReport, ReportPerson } from './contract/alert-views.ts'

/** One field of the report: its part of the form, whom or what it is about, its name, and what stands there. */
export type ReportField = {
  readonly part: string
  readonly about: string
  readonly field: string
  readonly value: string
}

const ROLES: Readonly<Record<ReportPerson['role'], string>> = {
  CONDUCTOR_FOR_SELF: 'Person conducting transaction on own behalf',
  CONDUCTOR: 'Person conducting transaction for another',
  BENEFICIARY: 'Person on whose behalf transaction was conducted',
}

const IDENTIFICATION = {
  PASSPORT: 'Passport',
  NATIONAL_ID: 'National identity card',
  DRIVERS_LICENSE: 'Driver’s license',
} as const

type Pair = readonly [field: string, value: string | null]

const fieldsOf = (part: string, about: string, pairs: readonly Pair[]): readonly ReportField[] =>
  pairs.map(([field, value]) => ({ part, about, field, value: value ?? '' }))

const numbersOf = (accounts: readonly string[]) => accounts.map(formatAccountNumber).join(' ')

const person = (each: ReportPerson): readonly Pair[] => [
  ['Role', ROLES[each.role]],
  ['Individual’s last name or entity’s legal name', each.lastName],
  ['First name', each.firstName],
  ['Occupation or type of business', each.occupation],
  ['Address', each.address],
  ['City', each.city],
  ['ZIP/Postal code', each.postcode],
  ['Country', each.country],
  ['TIN', each.taxNumber],
  ['Date of birth', each.dateOfBirth],
  ['Contact phone number', each.phone],
  ['E-mail address', each.email],
  ['Form of identification', each.identification === null ? null : IDENTIFICATION[each.identification.type]],
  ['Identification number', each.identification?.number ?? null],
  ['Issuing country', each.identification?.country ?? null],
  ['Cash in amount', each.cashIn],
  ['Account numbers, cash in', numbersOf(each.accountsIn)],
  ['Cash out amount', each.cashOut],
  ['Account numbers, cash out', numbersOf(each.accountsOut)],
]

/** Nothing where none was kept: the form is completed there as before. */
const addressOf = ({ address }: { readonly address?: string | null | undefined }): readonly Pair[] =>
  address === undefined ? [] : [['Address of the branch', address]]

const days = ({ firstDate, lastDate }: CashReport) =>
  firstDate === lastDate ? firstDate : `${firstDate} to ${lastDate}`

/** All fields in the order of the form, amounts and dates as the ledger writes them. */
export const cashReportRows = (report: CashReport): readonly ReportField[] => [
  ...report.persons.flatMap((each, at) => fieldsOf('I', `Person ${at + 1}`, person(each))),
  ...fieldsOf('II', 'Transactions', [
    ['Date of transaction', days(report)],
    ['Currency', report.currency],
    ['Aggregated transactions', report.transactions.aggregated ? 'Yes' : 'No'],
    ['Number of transactions', String(report.transactions.number)],
    ['Cash in: deposits', report.transactions.deposits],
    ['Cash in: total', report.transactions.totalIn],
    ['Cash out: withdrawals', report.transactions.withdrawals],
    ['Cash out: total', report.transactions.totalOut],
    ['References', report.transactions.references.join(' ')],
  ]),
  ...report.locations.flatMap((place, at) =>
    fieldsOf('III', `Location ${at + 1}`, [
      ['Type of financial institution', 'Depository institution'],
      ['Branch', place.name],
      ...addressOf(place),
      ['Cash in amount', place.cashIn],
      ['Cash out amount', place.cashOut],
    ]),
  ),
  ...fieldsOf('IV', 'Filing institution', [
    ['Filing institution', report.filing.institution],
    ...addressOf(report.filing),
    ['Contact', report.filing.contact],
    ['Date filed', report.filing.date],
  ]),
]
