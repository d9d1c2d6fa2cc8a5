import { describe, expect, it } from 'vitest'
import type { DocumentView } from '../../../shared/contract/document-views.ts'
import { documentView } from '../../../test/support/documents.ts'
import { alertsFor } from './customer-alerts.ts'

const approved = { status: 'ACTIVE', kycStatus: 'APPROVED', waitsForCheck: false } as const
const alertsOf = (...documents: DocumentView[]) => alertsFor({ ...approved, documents }, '2026-11-22')

describe('the alerts about a customer', () => {
  it('warns 60, 30 and 7 days before a document expires, and not earlier', () => {
    expect(alertsOf(documentView({ expiresAt: '2026-12-22' }))).toMatchObject([{ kind: 'expires', days: 30 }])
    expect(alertsOf(documentView({ expiresAt: '2026-12-22' }))).toMatchObject([{ warning: 30 }])
    expect(alertsOf(documentView({ expiresAt: '2026-11-29' }))).toMatchObject([{ warning: 7 }])
    expect(alertsOf(documentView({ expiresAt: '2027-01-21' }))).toMatchObject([{ days: 60, warning: 60 }])
    expect(alertsOf(documentView({ expiresAt: '2027-01-22' }))).toEqual([])
    expect(alertsOf(documentView({ expiresAt: '2026-11-22' }))).toMatchObject([{ kind: 'expires', days: 0 }])
    expect(alertsOf(documentView({ expiresAt: '2026-11-21', status: 'EXPIRED' }))).toMatchObject([
      { kind: 'expired' },
    ])
  })
  it('ignores the old passport once a new one is approved, but not while it waits', () => {
    const old = documentView({ expiresAt: '2026-12-01' })
    expect(alertsOf(old, documentView({ expiresAt: '2036-01-01' }))).toEqual([])
    expect(alertsOf(old, documentView({ expiresAt: '2036-01-01', status: 'PENDING' }))).toHaveLength(1)
  })
  it('puts the most serious first', () => {
    const serious = { status: 'SUSPENDED', kycStatus: 'REJECTED', waitsForCheck: true } as const
    expect(alertsFor({ ...serious, documents: [] }, null).map(({ kind }) => kind)).toEqual([
      'notActive',
      'check',
      'kyc',
    ])
  })
})
