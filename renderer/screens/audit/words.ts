import type { AuditRow } from '../../../shared/contract/audit.ts'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import { formatDate } from '../../components/bidi.tsx'
import { audit } from '../../i18n/en/audit.ts'
import { i18n } from '../../i18n/i18n.ts'

/** `SIGN_IN_FAILED` or `date_of_birth` → a readable word for what no catalogue knows: `Sign in failed`, `Date of birth`. */
export function humanise(name: string): string {
  const words = name.replaceAll('_', ' ').trim().toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const isDid = (name: string): name is keyof typeof audit.did => Object.hasOwn(audit.did, name)
const isOf = (name: string): name is keyof typeof audit.of => Object.hasOwn(audit.of, name)
const isThing = (name: string): name is keyof typeof audit.thing => Object.hasOwn(audit.thing, name)
const isField = (name: string): name is keyof typeof audit.fields => Object.hasOwn(audit.fields, name)

/** What was done, for a list of actions. */
export const actionWord = (action: string) =>
  isDid(action) ? i18n.t(`audit:did.${action}`) : humanise(action)

/** What was done to this thing: `Till closed` says more than `Changed`. */
export function deedWord({ action, resourceType }: Pick<AuditRow, 'action' | 'resourceType'>): string {
  const together = `${action}_${resourceType}`
  return isOf(together) ? i18n.t(`audit:of.${together}`) : actionWord(action)
}

export const thingWord = (type: string) => (isThing(type) ? i18n.t(`audit:thing.${type}`) : humanise(type))
export const fieldWord = (field: string) =>
  isField(field) ? i18n.t(`audit:fields.${field}`) : humanise(field)

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** What a person calls the thing, by the first of these that the entry has. */
const NAMES = [
  'transaction_id',
  'account_number',
  'customer_number',
  'document_number',
  'username',
  'name',
  'business_date',
  'media_type',
]

/** Which one it is, in a few characters; an entry that does not say is told by who it is about, or by its id. */
export function whichOne(
  { before, after, facts, resourceId }: Pick<AuditRow, 'before' | 'after' | 'facts' | 'resourceId'>,
  names: ReadonlyMap<string, string>,
): string {
  const known = { ...facts, ...before, ...after }
  const name = NAMES.find((field) => typeof known[field] === 'string' && known[field] !== '')
  const value = name === undefined ? undefined : known[name]
  if (typeof value === 'string') {
    if (name === 'account_number') return formatAccountNumber(value)
    return DAY.test(value) ? formatDate(value) : value
  }
  return resourceId === null ? '' : (names.get(resourceId) ?? resourceId.slice(0, 8))
}
