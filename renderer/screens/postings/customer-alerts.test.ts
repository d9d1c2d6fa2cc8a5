import { describe, expect, it } from 'vitest'
import type { DocumentView } from '../../../shared/contract/customers.ts'
import { alertsFor } from './customer-alerts.ts'

const document = (part: Partial<DocumentView>): DocumentView => ({
  id: '',
  documentType: 'PASSPORT',
  documentNumber: '93X41K2',
  status: 'APPROVED',
  expiresAt: null,
  rejectionReason: null,
  uploadedBy: 'Maria Diaz',
  uploadedAt: '2026-11-22T10:00:00Z',
  verifiedBy: 'Samuel Okafor',
  ...part,
})
const approved = { status: 'ACTIVE', kycStatus: 'APPROVED' } as const
const alertsOf = (...documents: DocumentView[]) => alertsFor({ ...approved, documents }, '2026-11-22')

describe('what a teller is told about a customer', () => {
  it('warns thirty days before a document expires, and not earlier', () => {
    expect(alertsOf(document({ expiresAt: '2026-12-22' }))).toMatchObject([{ kind: 'expires', days: 30 }])
    expect(alertsOf(document({ expiresAt: '2026-12-23' }))).toEqual([])
    expect(alertsOf(document({ expiresAt: '2026-11-22' }))).toMatchObject([{ kind: 'expires', days: 0 }])
    expect(alertsOf(document({ expiresAt: '2026-11-21', status: 'EXPIRED' }))).toMatchObject([
      { kind: 'expired' },
    ])
  })
  it('forgets the old passport when a new one is approved, but not for one that only waits', () => {
    const old = document({ expiresAt: '2026-12-01' })
    expect(alertsOf(old, document({ expiresAt: '2036-01-01' }))).toEqual([])
    expect(alertsOf(old, document({ expiresAt: '2036-01-01', status: 'PENDING' }))).toHaveLength(1)
  })
  it('puts the most serious first', () => {
    const kinds = alertsFor({ status: 'SUSPENDED', kycStatus: 'REJECTED', documents: [] }, null)
    expect(kinds.map(({ kind }) => kind)).toEqual(['notActive', 'kyc'])
  })
})
