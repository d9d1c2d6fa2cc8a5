import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../shared/contract.ts'
import type { DomainError } from '../../shared/error-codes.ts'
import { booksFaults } from '../support/branch.ts'
import { accountCases } from '../accounts/error-cases.ts'
import { type Bench, createBench } from './bench.ts'
import { branchCases } from '../branches/error-cases.ts'
import type { Cases } from './cases.ts'
import { customerCases } from '../customers/error-cases.ts'
import { databaseCases } from '../database/error-cases.ts'
import { kycCases } from '../documents/error-cases.ts'
import { cashCases } from '../postings/error-cases.ts'
import { sessionCases } from '../sessions/error-cases.ts'
import { transferCases } from '../postings/transfer-error-cases.ts'
import { userCases } from '../users/error-cases.ts'

/** Compiles only with one case for every declared error of every call. */
const cases: Cases = {
  ...sessionCases,
  ...userCases,
  ...customerCases,
  ...kycCases,
  ...accountCases,
  ...cashCases,
  ...transferCases,
  ...branchCases,
  ...databaseCases,
}

type AnyCase = (bench: Bench) => Promise<{ ok: boolean; error?: { code: string } }>

const byName = cases as unknown as Record<string, Record<string, AnyCase>>

let bench: Bench

beforeAll(async () => {
  bench = await createBench()
})
afterAll(async () => {
  const faults = await booksFaults(bench.database)
  await bench.desk.close()
  await bench.database.drop()
  expect(faults).toEqual([])
})

describe.each(Object.entries(contract))('%s', (name, { errors }) => {
  const declared = new Set<DomainError>(errors)

  test('has a case for every declared error, and no other', () => {
    expect(Object.keys(byName[name] ?? {}).sort()).toEqual([...declared].sort())
  })

  test.each([...declared])('answers %s', async (code) => {
    const answer = await byName[name]?.[code]?.(bench)
    expect(answer, bench.desk.logged.join('\n')).toMatchObject({ ok: false, error: { code } })
  })
})
