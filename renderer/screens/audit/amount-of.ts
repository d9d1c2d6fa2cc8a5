import type { AuditRow } from '../../../shared/contract/audit.ts'
import { fromLedger, toDecimal } from '../../../shared/money.ts'

type Recorded = Pick<AuditRow, 'action' | 'resourceType' | 'after'>

/** Decimal text and its currency. */
export type RecordedAmount = { readonly value: string; readonly currency: string }

const text = (value: unknown) =>
  typeof value === 'number' || typeof value === 'string' ? String(value) : null

/** What an entry is about in money: the sum of a posting, the float of a till, or by how much a count differed. */
export function amountOf(
  { action, resourceType, after }: Recorded,
  branchCurrency: string,
): RecordedAmount | null {
  if (after === null) return null
  if (resourceType === 'transactions') {
    const [value, currency] = [text(after['amount']), text(after['currency'])]
    return value === null || currency === null ? null : { value, currency }
  }
  if (resourceType !== 'till_sessions') return null
  if (action === 'TILL_OPENED') return ofBranch(text(after['opening_float']), branchCurrency)
  return differenceOf(text(after['counted']), text(after['expected']), branchCurrency)
}

const ofBranch = (value: string | null, currency: string) => (value === null ? null : { value, currency })

function differenceOf(
  counted: string | null,
  expected: string | null,
  currency: string,
): RecordedAmount | null {
  if (counted === null || expected === null) return null
  const minor = fromLedger(counted, currency).minor - fromLedger(expected, currency).minor
  return minor === 0n ? null : { value: toDecimal({ minor, currency }), currency }
}
