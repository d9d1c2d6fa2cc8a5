import { describe, expect, test } from 'vitest'
import { contract } from '../../shared/contract.ts'
import type { DomainError } from '../../shared/errors.ts'
import { accountCases } from '../accounts/error-cases.ts'
import { passbookCases } from '../accounts/passbook-cases.ts'
import { archiveCases } from '../archives/error-cases.ts'
import { backupCases } from '../backups/error-cases.ts'
import { bookCases } from '../books/error-cases.ts'
import { limitCases } from '../limits/error-cases.ts'
import { approvalCases } from '../approvals/error-cases.ts'
import { bankBranchCases } from '../branches/bank-error-cases.ts'
import { branchCases } from '../branches/error-cases.ts'
import { customerCases } from '../customers/error-cases.ts'
import { databaseCases } from '../database/error-cases.ts'
import { kycCaseCases } from '../documents/case-error-cases.ts'
import { kycErrorCases } from '../documents/kyc-error-cases.ts'
import { documentCases } from '../documents/error-cases.ts'
import { retentionCases } from '../documents/retention-error-cases.ts'
import { intentCases } from '../intents/error-cases.ts'
import { keyCases } from '../keys/error-cases.ts'
import { journalCases } from '../journal/error-cases.ts'
import { mandateCases } from '../mandates/error-cases.ts'
import { paymentCases } from '../payments/error-cases.ts'
import { postingCases } from '../postings/error-cases.ts'
import { printerCases } from '../printers/error-cases.ts'
import { productCases } from '../products/error-cases.ts'
import { scannerCases } from '../scanners/error-cases.ts'
import { screeningCases } from '../screening/error-cases.ts'
import { sessionCases } from '../sessions/error-cases.ts'
import { workplaceForFile } from '../support/test-file.ts'
import type { TestWorkplace } from '../support/workplace.ts'
import { tillCases } from '../tills/error-cases.ts'
import { userCases } from '../users/error-cases.ts'
import { vaultCases } from '../vault/error-cases.ts'
import { watchCases } from '../watch/error-cases.ts'
import { workstationCases } from '../workstations/error-cases.ts'
import type { Cases } from './cases.ts'

/** Compiles only with one case for every declared error of every call. */
const cases: Cases = {
  ...sessionCases,
  ...userCases,
  ...approvalCases,
  ...limitCases,
  ...watchCases,
  ...branchCases,
  ...bankBranchCases,
  ...bookCases,
  ...backupCases,
  ...archiveCases,
  ...customerCases,
  ...mandateCases,
  ...documentCases,
  ...kycCaseCases,
  ...keyCases,
  ...scannerCases,
  ...printerCases,
  ...kycErrorCases,
  ...retentionCases,
  ...accountCases,
  ...passbookCases,
  ...paymentCases,
  ...postingCases,
  ...journalCases,
  ...intentCases,
  ...screeningCases,
  ...productCases,
  ...tillCases,
  ...vaultCases,
  ...databaseCases,
  ...workstationCases,
}

type AnyCase = (workplace: TestWorkplace) => Promise<{ ok: boolean; error?: { code: string } }>

const byName = cases as unknown as Record<string, Record<string, AnyCase>>

const workplace = await workplaceForFile()

describe.each(Object.entries(contract))('%s', (name, { errors }) => {
  const declared = new Set<DomainError>(errors)

  test('has a case for every declared error, and no other', () => {
    expect(Object.keys(byName[name] ?? {}).sort()).toEqual([...declared].sort())
  })

  test.each([...declared])('answers %s', async (code) => {
    const answer = await byName[name]?.[code]?.(workplace)
    expect(answer, workplace.logged.join('\n')).toMatchObject({ ok: false, error: { code } })
  })
})
