import type { CustomerView } from '../../../shared/contract/customers.ts'
import type { DocumentView } from '../../../shared/contract/document-views.ts'
import { warningFor, type Warning } from '../../../shared/rules/kyc.ts'

export type CustomerAlert =
  | { readonly kind: 'notActive'; readonly status: 'INACTIVE' | 'SUSPENDED' }
  | { readonly kind: 'check' }
  | { readonly kind: 'kyc'; readonly status: 'PENDING' | 'REJECTED' | 'EXPIRED' }
  | {
      readonly kind: 'expires' | 'expired'
      readonly documentType: DocumentView['documentType']
      readonly expiresAt: string
      readonly days: number
      readonly warning: Warning
    }

const DAY_MS = 86_400_000

const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)

/** What a teller should know before serving this customer, the most serious first. `today` is the branch's date, if there is a branch. */
export function alertsFor(
  {
    status,
    kycStatus,
    waitsForCheck,
    documents,
  }: Pick<CustomerView, 'status' | 'kycStatus' | 'waitsForCheck' | 'documents'>,
  today: string | null,
): readonly CustomerAlert[] {
  const alerts: CustomerAlert[] = []
  if (status !== 'ACTIVE') alerts.push({ kind: 'notActive', status })
  if (waitsForCheck) alerts.push({ kind: 'check' })
  if (kycStatus !== 'APPROVED') alerts.push({ kind: 'kyc', status: kycStatus })
  for (const [documentType, expiresAt] of lastValidity(documents)) {
    if (today === null) break
    const days = daysBetween(today, expiresAt)
    const warning = warningFor(days)
    const kind = days < 0 ? 'expired' : 'expires'
    if (warning !== null) alerts.push({ kind, documentType, expiresAt, days: Math.abs(days), warning })
  }
  return alerts
}

/** Until when each kind of document is valid, from the approved ones: after a renewal the old one no longer counts. */
function lastValidity(documents: readonly DocumentView[]): Map<DocumentView['documentType'], string> {
  const last = new Map<DocumentView['documentType'], string>()
  for (const { documentType, status, expiresAt } of documents) {
    if (expiresAt === null || (status !== 'APPROVED' && status !== 'EXPIRED')) continue
    const known = last.get(documentType)
    if (known === undefined || known < expiresAt) last.set(documentType, expiresAt)
  }
  return last
}
