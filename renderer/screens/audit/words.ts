import type { AuditRow } from '../../../shared/contract/audit.ts'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import { formatDate } from '../../i18n/dates.ts'
import { audit } from '../../i18n/en/audit.ts'
import { i18n } from '../../i18n/i18n.ts'

/** `SIGN_IN_FAILED`, `date_of_birth` or `rowsRead` → readable words for a name that no catalogue has: `Sign in failed`, `Date of birth`, `Rows read`. */
export function humanise(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .trim()
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const isAction = (name: string): name is keyof typeof audit.actions => Object.hasOwn(audit.actions, name)
const isActionOn = (name: string): name is keyof typeof audit.actionsOn =>
  Object.hasOwn(audit.actionsOn, name)
const isRecordType = (name: string): name is keyof typeof audit.recordTypes =>
  Object.hasOwn(audit.recordTypes, name)
const isField = (name: string): name is keyof typeof audit.fields => Object.hasOwn(audit.fields, name)

/** What was done, for a list of actions. */
export const actionWord = (action: string) =>
  isAction(action) ? i18n.t(`audit:actions.${action}`) : humanise(action)

/** What was done to this kind of record: `Till closed` says more than `Changed`. */
export function entryTitle({ action, resourceType }: Pick<AuditRow, 'action' | 'resourceType'>): string {
  const together = `${action}_${resourceType}`
  return isActionOn(together) ? i18n.t(`audit:actionsOn.${together}`) : actionWord(action)
}

/** A kind of record, by the name of its table. */
export const recordTypeWord = (type: string) =>
  isRecordType(type) ? i18n.t(`audit:recordTypes.${type}`) : humanise(type)
/** A field of a record, by the name of its column. */
export const fieldWord = (field: string) =>
  isField(field) ? i18n.t(`audit:fields.${field}`) : humanise(field)

const isNamed = (name: string): name is keyof typeof audit.named => Object.hasOwn(audit.named, name)
/** A field whose value is read as the name of a record: `Debited account`, where its key would be `Debited account (ID)`. */
export const namedFieldWord = (field: string) =>
  isNamed(field) ? i18n.t(`audit:named.${field}`) : fieldWord(field)

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The name of a record as people write it. */
export function recordWord(resourceType: string, name: string): string {
  if (resourceType === 'accounts') return formatAccountNumber(name)
  return DAY.test(name) ? formatDate(name) : name
}

/** The fields that name a record for a person, the first that the entry has. */
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

/** The name of the record in a few characters; without one, the person whom it is about, or the start of its id. */
export function recordName(
  row: Pick<AuditRow, 'before' | 'after' | 'facts' | 'resourceId' | 'resourceType' | 'record'>,
  names: ReadonlyMap<string, string>,
): string {
  const { before, after, facts, resourceId, resourceType, record } = row
  if (record !== null) return recordWord(resourceType, record)
  const known = { ...facts, ...before, ...after }
  const name = NAMES.find((field) => typeof known[field] === 'string' && known[field] !== '')
  const value = name === undefined ? undefined : known[name]
  if (typeof value === 'string') {
    if (name === 'account_number') return formatAccountNumber(value)
    return DAY.test(value) ? formatDate(value) : value
  }
  return resourceId === null ? '' : (names.get(resourceId) ?? resourceId.slice(0, 8))
}
