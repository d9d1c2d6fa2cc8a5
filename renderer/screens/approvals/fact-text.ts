import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { ApprovalFacts, ApprovalView } from '../../../shared/contract/approvals.ts'
import {
  accountStatus,
  customerAccountType,
  documentStatus,
  role,
  transactionType,
} from '../../../shared/contract/fields.ts'
import { reversalNeeds } from '../../../shared/contract/reversal-views.ts'
import { fromLedger } from '../../../shared/money.ts'
import { showMoney } from '../../i18n/amounts.ts'
import { formatDate } from '../../i18n/dates.ts'
import { approvals } from '../../i18n/en/approvals.ts'
import { documents } from '../../i18n/en/documents.ts'
import { kyc } from '../../i18n/en/kyc.ts'
import { retention } from '../../i18n/en/retention.ts'
import { mandates } from '../../i18n/en/mandates.ts'
import { products } from '../../i18n/en/products.ts'
import { i18n } from '../../i18n/i18n.ts'
import { riskReasonsInText } from '../documents/risk-words.ts'
import { dayCountInText, feesInText, ratesInText } from '../products/facts-in-words.ts'
import { percentOf } from '../products/percent.ts'

export type FactName = keyof (typeof approvals)['facts']

type Form = (text: string, facts: ApprovalFacts, time: (iso: string) => string) => string

const money: Form = (text, facts) => {
  const currency = String(facts['currency'])
  return `${showMoney(fromLedger(text, currency))} ${currency}`
}
const moment: Form = (text, _, time) => time(text)
const day: Form = (text) => formatDate(text)
const roleName: Form = (text) => {
  const known = role.safeParse(text)
  return known.success ? i18n.t(`users:roleName.${known.data}`) : text
}
const roleNames: Form = (text, facts, time) =>
  text
    .split(', ')
    .map((each) => roleName(each, facts, time))
    .join(', ')
const kindOfAccount: Form = (text) => {
  const known = customerAccountType.safeParse(text)
  return known.success ? i18n.t(`accounts:type.${known.data}`) : text
}
const stateOfAccount: Form = (text) => {
  const known = accountStatus.safeParse(text)
  return known.success ? i18n.t(`accounts:status.${known.data}`) : text
}
const typeName: Form = (text) => {
  const known = transactionType.safeParse(text)
  return known.success ? i18n.t(`accounts:kind.${known.data}`) : text
}
const need: Form = (text) => {
  const known = reversalNeeds.safeParse(text)
  return known.success ? i18n.t(`postings:reversal.because.${known.data}`) : text
}
const feeChoice: Form = (text) => i18n.t(text === 'true' ? 'approvals:feesToo' : 'approvals:feesStay')
const stateOfDay: Form = (text) =>
  text === 'OPEN' || text === 'CLOSED' || text === 'WITHDRAWN' ? i18n.t(`branches:status.${text}`) : text
const stateOfDocument: Form = (text) => {
  const known = documentStatus.safeParse(text)
  return known.success ? i18n.t(`documents:status.${known.data}`) : text
}
const accountOrTill: Form = (text) => (/^\d{10}$/.test(text) ? formatAccountNumber(text) : text)
const wordOf = (words: Readonly<Record<string, string>>, text: string): string => words[text] ?? text
const state: Form = (text) =>
  text === 'ACTIVE' || text === 'SUSPENDED' || text === 'INACTIVE' ? i18n.t(`users:status.${text}`) : text

const riskName: Form = (text) => wordOf(kyc.risks, text)
const documentTypes: Form = (text) =>
  text
    .split(', ')
    .map((type) => wordOf(documents.type, type))
    .join(', ')
const dayCountName: Form = (text) => dayCountInText(text)
const perCent: Form = (text) => percentOf(text)
const rates: Form = (text, facts) => ratesInText(text, String(facts['currency']))
const fees: Form = (text, facts) => feesInText(text, String(facts['currency']))

/** Facts that are written otherwise than as text. `currency` is said with the amounts that it is of. */
const FORMS: Partial<Record<FactName, Form>> = {
  role: roleName,
  newRole: roleName,
  codeRoles: roleNames,
  newCodeRoles: roleNames,
  userStatus: state,
  memberSince: moment,
  enrolledSince: moment,
  account: (text) => formatAccountNumber(text),
  accountType: kindOfAccount,
  accountStatus: stateOfAccount,
  limit: money,
  newLimit: money,
  mandateLimit: money,
  newMandateLimit: money,
  power: (text) => wordOf(mandates.powers, text),
  powerEnds: () => approvals.powerEnds,
  signs: (text) => wordOf(approvals.signs, text),
  validUntil: day,
  formerUntil: day,
  amount: money,
  limitRole: roleName,
  postingType: (text) => wordOf(approvals.postingTypes, text),
  loanMethod: (text) => wordOf(products.loan.methods, text),
  exceeded: (text) => wordOf(approvals.exceededLimits, text),
  fee: money,
  held: money,
  allowed: money,
  fromAccount: accountOrTill,
  fromStatus: stateOfAccount,
  fromBalance: money,
  fromBalanceAfter: money,
  fromAvailableAfter: money,
  fromAvailable: money,
  toAccount: accountOrTill,
  toStatus: stateOfAccount,
  toBalance: money,
  toBalanceAfter: money,
  risk: riskName,
  newRisk: riskName,
  riskReasons: riskReasonsInText,
  identityTypes: documentTypes,
  newIdentityTypes: documentTypes,
  addressTypes: documentTypes,
  newAddressTypes: documentTypes,
  expiredBlocks: (text) => wordOf(kyc.blocks, text),
  newExpiredBlocks: (text) => wordOf(kyc.blocks, text),
  purpose: (text) => wordOf(retention.purposes, text),
  event: (text) => wordOf(retention.events, text),
  cashIn: money,
  cashOut: money,
  firstDay: day,
  lastDay: day,
  tillState: (text) => wordOf(approvals.tillStates, text),
  perPosting: money,
  newPerPosting: money,
  perPersonDay: money,
  newPerPersonDay: money,
  perAccountDay: money,
  newPerAccountDay: money,
  identifyAbove: money,
  newIdentifyAbove: money,
  reportAbove: money,
  newReportAbove: money,
  sumShare: perCent,
  newSumShare: perCent,
  loanFirstDue: day,
  businessDate: day,
  birth: day,
  newBirth: day,
  dayStatus: stateOfDay,
  documentStatus: stateOfDocument,
  validFrom: day,
  dayCount: dayCountName,
  dayCountNow: dayCountName,
  rates,
  ratesNow: rates,
  overdraftRate: perCent,
  overdraftRateNow: perCent,
  monthlyFee: money,
  monthlyFeeNow: money,
  feeWaivedFrom: money,
  feeWaivedFromNow: money,
  minimumBalance: money,
  minimumBalanceNow: money,
  fees,
  feesNow: fees,
  counted: money,
  expected: money,
  difference: money,
  tolerance: money,
  newTolerance: money,
  firstCount: money,
  secondCount: money,
  transactionType: typeName,
  because: need,
  followingFees: feeChoice,
}
const SAID_WITH_OTHERS: readonly string[] = ['currency']

/** The facts of the case in the order of the catalogue; what it has no word for is not shown. */
export const factNames = ({ facts, changed }: Pick<ApprovalView, 'facts' | 'changed'>): readonly FactName[] =>
  FACT_NAMES.filter(
    (name) =>
      (name in facts || changed.includes(name)) &&
      !SAID_WITH_OTHERS.includes(name) &&
      !(name === 'subject' && ('businessDate' in facts || 'computer' in facts)),
  )

export const isFactName = (name: string): name is FactName => Object.hasOwn(approvals.facts, name)
/** In the order in which they are shown. */
export const FACT_NAMES = Object.keys(approvals.facts).filter(isFactName)

/** A fact as people read it; null where there is none. */
export function factText(facts: ApprovalFacts, name: FactName, time: (iso: string) => string): string | null {
  const value = facts[name]
  if (value === undefined || value === '') return null
  return FORMS[name]?.(String(value), facts, time) ?? String(value)
}

/** The name of a case as people read it: that of a business day is its date. */
export const subjectText = (subject: string | null): string | null =>
  subject !== null && /^\d{4}-\d{2}-\d{2}$/.test(subject) ? formatDate(subject) : subject
