import type { AuditRow } from '../../../shared/contract/audit.ts'
import { i18n } from '../../i18n/i18n.ts'
import { differences, readable, type ReadContext } from './readable.ts'
import { namedFieldWord } from './words.ts'

/** Fields that change with every change. */
const SILENT = ['updated_at', 'name_key', 'surname_key', 'content_digest', 'decided_digest']
/** More do not fit into a line. */
const SHOWN = 2
const SHOWN_OF_NEW = 3

/** What is worth a line of a new record, by its kind: its name and its amount stand beside it already. */
const TELLING: Readonly<Record<string, readonly string[]>> = {
  accounts: ['account_type', 'currency', 'customer_id', 'agreed_limit'],
  approvals: ['kind', 'subject_id', 'status'],
  branches: ['currency', 'time_zone'],
  customers: ['customer_number', 'country', 'date_of_birth'],
  day_withdrawals: ['reason'],
  holds: ['amount', 'reason', 'expires_on'],
  job_runs: ['kind', 'business_date', 'status'],
  kyc_documents: ['document_type', 'expires_at'],
  parties: ['power', 'together', 'per_posting', 'valid_until', 'ended'],
  posting_limits: ['role', 'transaction_type', 'per_posting'],
  reversal_limits: ['role', 'per_posting', 'per_day'],
  product_terms: ['valid_from', 'monthly_fee', 'dormant_after'],
  products: ['account_type', 'currency'],
  till_sessions: ['user_id', 'opening_float'],
  transactions: ['transaction_type', 'from_account_id', 'to_account_id', 'description'],
  users: ['role', 'full_name', 'status'],
}

type Row = Pick<AuditRow, 'before' | 'after'> & { readonly resourceType?: string }

/**
 * What changed, in one line: `City: Lund → Malmö`; of a new record what it is: `Role: Teller`. Empty where nothing was changed or
 * nothing may be seen.
 */
export function changesInWords({ before, after, resourceType }: Row, context: ReadContext): string {
  if (after === null) return ''
  if (before === null) return newInWords(after, TELLING[resourceType ?? ''] ?? [], context)
  const changed = differences(before, after).filter(({ field, changed: is }) => is && !SILENT.includes(field))
  const lines = changed
    .slice(0, SHOWN)
    .map(
      ({ field, before: was, after: is }) =>
        `${namedFieldWord(field)}: ${valueWord(field, was, context)} → ${valueWord(field, is, context)}`,
    )
  return changed.length > SHOWN ? [...lines, '…'].join('; ') : lines.join('; ')
}

function valueWord(field: string, value: unknown, context: ReadContext): string {
  const read = readable(field, value, context)
  if (read.kind === 'empty') return i18n.t('audit:noValue')
  return read.kind === 'yes' || read.kind === 'no' ? i18n.t(`audit:${read.kind}`) : read.text
}

/** A key that nobody can read says nothing, and neither does an empty field. */
const newInWords = (
  record: NonNullable<AuditRow['after']>,
  fields: readonly string[],
  context: ReadContext,
): string =>
  fields
    .filter((field) => !['empty', 'id'].includes(readable(field, record[field], context).kind))
    .slice(0, SHOWN_OF_NEW)
    .map((field) => `${namedFieldWord(field)}: ${valueWord(field, record[field], context)}`)
    .join('; ')
