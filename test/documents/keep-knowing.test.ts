import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { CallInput } from '../../shared/contract.ts'
import { approveAs } from '../support/approvals.ts'
import { openAccount } from '../support/accounts.ts'
import { registerCustomer } from '../support/customers.ts'
import { openDate } from '../support/days.ts'
import { approveDocument, newDocument, showDocument, uploadDocument } from '../support/documents.ts'
import { withoutLimits } from '../support/limits.ts'
import { newCashPosting } from '../support/postings.ts'
import { only } from '../support/queries.ts'
import { closeTill } from '../support/posting-functions.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'
import { addUser } from '../support/users.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
const { database, staff } = branch
const today = await openDate(branch)
const till = await ensureOpenTill(branch, staff.teller, 0)
const other = await addUser(database, branch.id, { role: 'SUPERVISOR' })

/** So many days after the open day. */
const daysOn = (days: number) =>
  new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
const yearsOn = (years: number) => {
  const [year = '', ...rest] = today.split('-')
  return [Number(year) + years, ...rest].join('-').replace('-02-29', '-02-28')
}
const expire = (date: string) =>
  database.superuser.query('SELECT expire_documents($1, $2, $3, 1000)', [
    branch.id,
    date,
    staff.supervisor.id,
  ])

/** A customer whose documents are approved, with a passport that is valid until then. */
async function known(validUntil: string) {
  const customerId = await registerCustomer(branch.pool('teller'))
  const passport = await uploadDocument(database, staff.teller, customerId, 'PASSPORT', validUntil)
  await approveDocument(database, staff.supervisor, passport)
  await approveDocument(
    database,
    staff.supervisor,
    await uploadDocument(database, staff.teller, customerId, 'UTILITY_BILL'),
  )
  return { customerId, passport }
}

const customer = (customerId: string) => workplace.as('teller').call('customers.get', { customerId })
const standing = (customerId: string) => workplace.as('teller').call('documents.readStanding', { customerId })
const due = async (days = 60) => (await workplace.as('supervisor').call('documents.listDue', { days })).due

type Policy = CallInput<'documents.proposePolicy'>['policy']

/** Another policy from today on, which two people agree; answers the former one. */
async function agree(risk: Policy['risk'], changes: Partial<Policy>) {
  const { policies } = await workplace.as('supervisor').call('documents.listPolicies', {})
  const {
    id: _id,
    validFrom: _from,
    inForce: _in,
    proposedBy: _by,
    decidedBy: _and,
    ...now
  } = policies.find((policy) => policy.risk === risk) as (typeof policies)[number]
  const key = randomUUID()
  await workplace
    .as('admin')
    .call('documents.proposePolicy', { key, policy: { ...now, ...changes }, validFrom: today })
  await approveAs(workplace, 'supervisor', key)
  return now
}

test('a document that is valid no more on the day that is opened has expired, and so has the KYC that rests on it', async () => {
  const { customerId, passport } = await known(daysOn(1))
  await expire(daysOn(1))
  expect((await customer(customerId)).kycStatus).toBe('APPROVED')
  await expire(daysOn(2))
  const { kycStatus, documents } = await customer(customerId)
  expect(kycStatus).toBe('EXPIRED')
  expect(documents.find(({ id }) => id === passport)).toMatchObject({ status: 'EXPIRED' })
  expect(await standing(customerId)).toMatchObject({ expiredOn: daysOn(1) })

  await approveDocument(
    database,
    staff.supervisor,
    await uploadDocument(database, staff.teller, customerId, 'PASSPORT', daysOn(900)),
  )
  expect((await customer(customerId)).kycStatus).toBe('APPROVED')
  expect(await standing(customerId)).toMatchObject({ expiredOn: null })
})

test('what is expired by the system is the work of a job in the audit log', async () => {
  const { passport } = await known(daysOn(3))
  await expire(daysOn(4))
  const { rows } = await database.superuser.query(
    `SELECT a.actor::text, j.kind FROM audit_logs a JOIN job_runs j ON j.id = a.cause_id
     WHERE a.resource_id = $1 AND a.action = 'STATUS_EXPIRED'`,
    [passport],
  )
  expect(rows).toEqual([{ actor: 'JOB', kind: 'EXPIRED_DOCUMENTS' }])
})

test('what an expired KYC blocks is what two people agreed: nothing, new accounts, what is drawn, or all postings', async () => {
  const { customerId } = await known(daysOn(1))
  const accountId = await openAccount(branch, customerId)
  await workplace.as('teller').call('postings.postDeposit', newCashPosting(accountId, { amount: '100.00' }))
  await expire(daysOn(2))
  const open = () =>
    workplace.as('teller').ask('accounts.open', {
      id: randomUUID(),
      customerId,
      accountType: 'SAVINGS',
      currency: branch.currency,
      agreedLimit: null,
    })
  const post = (call: 'postings.previewDeposit' | 'postings.previewWithdrawal') =>
    workplace.as('teller').ask(call, newCashPosting(accountId, { amount: '1.00' }))
  const codes = async () => {
    const answers = [
      await open(),
      await post('postings.previewWithdrawal'),
      await post('postings.previewDeposit'),
    ]
    return answers.map((answer) => (answer.ok ? null : answer.error.code))
  }
  const former = await agree('LOW', { expiredBlocks: 'NOTHING' })
  expect(await codes()).toEqual([null, null, null])
  await agree('LOW', { expiredBlocks: 'WITHDRAWALS' })
  expect(await codes()).toEqual(['KYC_EXPIRED', 'KYC_EXPIRED_BLOCKS', null])
  await agree('LOW', { expiredBlocks: 'POSTINGS' })
  expect(await codes()).toEqual(['KYC_EXPIRED', 'KYC_EXPIRED_BLOCKS', 'KYC_EXPIRED_BLOCKS'])
  await agree('LOW', former)
  expect(await codes()).toEqual(['KYC_EXPIRED', null, null])
})

test('one person alone changes no policy', async () => {
  const { policies } = await workplace.as('supervisor').call('documents.listPolicies', {})
  const {
    id: _id,
    validFrom: _from,
    inForce: _in,
    proposedBy: _by,
    decidedBy: _and,
    ...now
  } = only(policies.filter(({ risk }) => risk === 'MEDIUM'))
  const key = randomUUID()
  const proposal = { key, policy: { ...now, addressDays: 30 }, validFrom: today }
  await workplace.as('supervisor').call('documents.proposePolicy', proposal)
  const { hash } = await workplace.as('supervisor').call('approvals.read', { approvalId: key })
  const alone = await workplace
    .as('supervisor')
    .ask('approvals.approve', { approvalId: key, hash, passwordHalf: null })
  expect(alone).toMatchObject({ ok: false, error: { code: 'OWN_PROPOSAL' } })
  await workplace.as('supervisor').call('approvals.withdraw', { approvalId: key })
})

test.each([['PASSPORT', 'UTILITY_BILL'] as const, ['UTILITY_BILL', 'PASSPORT'] as const])(
  'of a person %s alone is not enough, and with %s it is',
  async (first, second) => {
    const customerId = await registerCustomer(branch.pool('teller'))
    const bring = async (type: typeof first) =>
      approveDocument(
        database,
        staff.supervisor,
        await uploadDocument(database, staff.teller, customerId, type),
      )
    await bring(first)
    expect((await customer(customerId)).kycStatus).toBe('PENDING')
    await bring(second)
    expect((await customer(customerId)).kycStatus).toBe('APPROVED')
  },
)

test('which documents a customer needs, from which countries, and how old an address may be, is the policy of their risk', async () => {
  const former = await agree('LOW', { identityTypes: ['PASSPORT'], countries: ['SE', 'NO'], addressDays: 30 })
  const customerId = await registerCustomer(branch.pool('teller'))
  const bring = async (changes: Parameters<typeof newDocument>[1]) => {
    const document = newDocument(customerId, changes)
    await workplace.as('teller').call('documents.upload', document)
    await showDocument(workplace.as('supervisor'), document.id)
    const { documents } = await workplace.as('supervisor').call('documents.listQueue', {})
    const { shownHash = '' } = documents.find(({ id }) => id === document.id) ?? {}
    return workplace.as('supervisor').ask('documents.approve', { documentId: document.id, shownHash })
  }
  const bill = { documentType: 'UTILITY_BILL', issuingCountry: null, expiresAt: null } as const
  expect(await bring({ ...bill, issuedOn: daysOn(-31) })).toMatchObject({
    error: { code: 'PROOF_TOO_OLD', details: { days: '30' } },
  })
  await bring({ ...bill, issuedOn: daysOn(-30) })
  await bring({ documentType: 'NATIONAL_ID' })
  await bring({ issuingCountry: 'DE' })
  expect((await customer(customerId)).kycStatus).toBe('PENDING')
  await bring({ issuingCountry: 'NO' })
  expect((await customer(customerId)).kycStatus).toBe('APPROVED')
  await agree('LOW', former)
})

test('a company is known by an extract of its register, not older than the policy says, and by no passport', async () => {
  const customerId = await registerCustomer(branch.pool('teller'), {
    kind: 'COMPANY',
    firstName: null,
    lastName: 'Nordbank AB',
    registrationNumber: '556016-0680',
  })
  const bring = async (type: 'REGISTER_EXTRACT' | 'PASSPORT' | 'UTILITY_BILL', days = 0) => {
    const id = await uploadDocument(database, staff.teller, customerId, type)
    await database.superuser.query(
      `UPDATE kyc_documents SET created_at = created_at - make_interval(days => $2) WHERE id = $1`,
      [id, days],
    )
    await approveDocument(database, staff.supervisor, id)
  }
  await bring('PASSPORT')
  await bring('UTILITY_BILL')
  const { kycStatus, asks } = await customer(customerId)
  expect(kycStatus).toBe('PENDING')
  expect(asks).toMatchObject([
    { need: 'identity', types: ['REGISTER_EXTRACT'], count: 1 },
    { need: 'address' },
  ])
  expect(await standing(customerId)).toMatchObject({ kind: 'COMPANY' })
  // It says no date, so it counts from the upload.
  await expect(bring('REGISTER_EXTRACT', 92)).rejects.toMatchObject({ constraint: 'PROOF_TOO_OLD' })
  await bring('REGISTER_EXTRACT')
  expect((await customer(customerId)).kycStatus).toBe('APPROVED')
})

test('a customer whose review is due waits for a check, and the counter is told', async () => {
  const { customerId } = await known(daysOn(900))
  expect((await customer(customerId)).waitsForCheck).toBe(false)
  await database.superuser.query('UPDATE kyc_standing SET review_due = $2 WHERE customer_id = $1', [
    customerId,
    today,
  ])
  expect((await customer(customerId)).waitsForCheck).toBe(true)
})

test('another policy of the risk of a customer stands on the timeline', async () => {
  const { customerId } = await known(daysOn(900))
  const before = await agree('LOW', { reviewYears: 7 })
  const { rows } = await workplace
    .as('teller')
    .call('customers.timeline', { customerId, kinds: ['DECISION'], before: null, limit: 20 })
  expect(rows).toContainEqual(
    expect.objectContaining({ action: 'KYC_POLICY_AGREED', type: 'kyc_policies', of: 'LOW' }),
  )
  await agree('LOW', before)
})

const ids = async () => (await due()).map(({ id }) => id)

test('the list has what expires within 60 days and what has, but not what was renewed', async () => {
  const { customerId, passport } = await known(daysOn(60))
  const later = await known(daysOn(61))
  expect(await ids()).toContain(passport)
  expect(await ids()).not.toContain(later.passport)
  await approveDocument(
    database,
    staff.supervisor,
    await uploadDocument(database, staff.teller, customerId, 'PASSPORT', daysOn(900)),
  )
  expect(await ids()).not.toContain(passport)
})

test('a risk has its reasons, and two people rate it otherwise', async () => {
  const customerId = await registerCustomer(branch.pool('teller'))
  expect(await standing(customerId)).toMatchObject({ risk: 'LOW', reasons: [], reviewDue: yearsOn(10) })
  await database.superuser.query(`UPDATE customers SET country = 'KP' WHERE id = $1`, [customerId])
  expect(await standing(customerId)).toMatchObject({
    risk: 'HIGH',
    reasons: [{ kind: 'COUNTRY', value: 'KP', risk: 'HIGH' }],
    reviewDue: yearsOn(2),
  })
  const key = randomUUID()
  await workplace
    .as('supervisor')
    .call('documents.proposeRating', { key, customerId, risk: 'MEDIUM', reason: 'Works for an embassy' })
  expect(await standing(customerId)).toMatchObject({ risk: 'HIGH', isRated: false })
  workplace.become(other)
  const { hash } = await workplace.call('approvals.read', { approvalId: key })
  await workplace.call('approvals.approve', { approvalId: key, hash, passwordHalf: null })
  expect(await standing(customerId)).toMatchObject({ risk: 'MEDIUM', isRated: true })
})

test('a loan and much cash within a year raise the risk', async () => {
  const { customerId } = await known(daysOn(900))
  expect(await standing(customerId)).toMatchObject({ risk: 'LOW' })
  await openAccount(branch, customerId, { type: 'LOAN', agreedLimit: '100' })
  expect(await standing(customerId)).toMatchObject({
    risk: 'MEDIUM',
    reasons: [{ kind: 'PRODUCT', value: 'LOAN', risk: 'MEDIUM' }],
    reviewDue: yearsOn(8),
  })
  await withoutLimits(branch)
  const accountId = await openAccount(branch, customerId)
  for (const call of ['postings.postDeposit', 'postings.postWithdrawal'] as const) {
    const posting = newCashPosting(accountId, { amount: '50000.00' })
    await workplace.as('teller').call(call, posting)
  }
  await openAccount(branch, customerId)
  expect((await standing(customerId)).reasons).toContainEqual({ kind: 'CASH', value: '2', risk: 'MEDIUM' })
})

test('a review that is due stands in the list until it is decided, which sets the next date', async () => {
  const { customerId } = await known(daysOn(900))
  await database.superuser.query('UPDATE kyc_standing SET review_due = $2 WHERE customer_id = $1', [
    customerId,
    daysOn(-1),
  ])
  expect((await due()).find(({ id }) => id === customerId)).toMatchObject({ kind: 'REVIEW', days: -1 })
  const review = { key: randomUUID(), customerId, words: 'Same employer, same address' }
  const late = await workplace.as('supervisor').ask('documents.review', { ...review, nextDue: yearsOn(11) })
  expect(late).toMatchObject({ error: { code: 'REVIEW_DATE', details: { latest: yearsOn(10) } } })
  await workplace.as('supervisor').call('documents.review', { ...review, nextDue: yearsOn(5) })
  expect((await due()).find(({ id }) => id === customerId)).toBeUndefined()
  expect(await standing(customerId)).toMatchObject({
    reviewDue: yearsOn(5),
    reviews: [{ words: review.words, nextDue: yearsOn(5) }],
  })
})

test('opening the next day expires what was valid until the day before', async () => {
  const { customerId } = await known(today)
  const { rows } = await database.superuser.query<{ next: string; cash: string }>(
    `SELECT latest_business_date($1)::text AS next, ledger_balance AS cash FROM balances WHERE account_id = $2`,
    [branch.id, till],
  )
  const { next, cash } = only(rows)
  await closeTill(branch.pool('teller'), cash)
  await workplace.as('supervisor').call('branches.closeDay', {})
  expect((await customer(customerId)).kycStatus).toBe('APPROVED')
  await workplace.as('supervisor').call('branches.openDay', { businessDate: next })
  expect((await customer(customerId)).kycStatus).toBe('EXPIRED')
})
