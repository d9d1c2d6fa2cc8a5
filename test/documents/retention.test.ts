import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openAccount } from '../support/accounts.ts'
import { approveAs } from '../support/approvals.ts'
import { registerCustomer } from '../support/customers.ts'
import { openDate } from '../support/days.ts'
import { approveDocument, uploadDocument } from '../support/documents.ts'
import { addParty } from '../support/mandates.ts'
import { only } from '../support/queries.ts'
import { ago, backdate, deleteDue, former } from '../support/retention.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
const { database, staff } = branch
const today = await openDate(branch)
const fiveYears = await ago(branch, 5)

const listed = async (state: 'DUE' | 'HELD' | 'DELETED', days = 0) => {
  const { documents } = await workplace.as('auditor').call('documents.listDeletions', { days })
  return documents.filter((each) => each.state === state).map(({ id }) => id)
}
const customer = (customerId: string) => workplace.as('teller').call('customers.get', { customerId })
const keysOf = async (documentId: string) => {
  const { rows } = await database.superuser.query(
    'SELECT FROM kyc_file_keys k JOIN kyc_documents d USING (file_id) WHERE d.id = $1',
    [documentId],
  )
  return rows.length
}

test('the content is deleted five years after the last account was closed and not a day earlier, and that is on record', async () => {
  const { customerId, passport } = await former(branch, fiveYears)
  const later = await former(branch, await ago(branch, 5, -1))
  expect(await deleteDue(branch)).toEqual([2])
  expect(await keysOf(later.passport)).toBe(1)
  expect(await keysOf(passport)).toBe(0)
  expect(await listed('DUE', 1)).toContain(later.passport)
  expect(await listed('DELETED')).toContain(passport)
  expect(await workplace.as('supervisor').ask('documents.readFile', { documentId: passport })).toMatchObject({
    error: { code: 'DOCUMENT_DELETED', details: { years: '5' } },
  })
  const { documents, kycStatus } = await customer(customerId)
  expect(documents.find(({ id }) => id === passport)).toMatchObject({
    status: 'APPROVED',
    deletion: { event: 'ENDED', eventOn: fiveYears, years: 5 },
  })
  // Whoever comes back brings documents anew.
  expect(kycStatus).toBe('PENDING')
  const { rows } = await workplace
    .as('auditor')
    .call('customers.timeline', { customerId, kinds: ['DOCUMENT'], before: null, limit: 20 })
  expect(rows).toContainEqual(expect.objectContaining({ action: 'DELETED', actor: 'JOB', of: 'PASSPORT' }))
})

test('a legal hold keeps everything until another supervisor than who placed it releases it', async () => {
  const { customerId, passport } = await former(branch, fiveYears)
  const key = randomUUID()
  const hold = { key, customerId, reason: 'Court of Nord, 12 K 44/26' }
  await workplace.as('supervisor').call('documents.placeLegalHold', hold)
  await workplace.as('supervisor').call('documents.placeLegalHold', hold)
  expect(await deleteDue(branch)).toEqual([])
  expect(await listed('HELD')).toContain(passport)
  const { legalHolds } = await workplace.as('teller').call('documents.readStanding', { customerId })
  expect(legalHolds).toMatchObject([{ id: key, reason: hold.reason }])
  const release = { holdId: key, reason: 'Judgment is final' }
  expect(await workplace.as('supervisor').ask('documents.releaseLegalHold', release)).toMatchObject({
    error: { code: 'OWN_LEGAL_HOLD' },
  })
  await workplace.as('supervisor2').call('documents.releaseLegalHold', release)
  expect(await deleteDue(branch)).toEqual([2])
})

test('what was rejected or replaced has its own rule, and what is still needed is kept', async () => {
  const customerId = await registerCustomer(branch.pool('teller'))
  const upload = (type: 'PASSPORT' | 'UTILITY_BILL') =>
    uploadDocument(database, staff.teller, customerId, type)
  const [old, renewed, bill, rejected] = [
    await upload('PASSPORT'),
    await upload('PASSPORT'),
    await upload('UTILITY_BILL'),
    await upload('PASSPORT'),
  ]
  for (const document of [old, renewed, bill]) await approveDocument(database, staff.supervisor, document)
  await database.superuser.query(
    `UPDATE kyc_documents SET status = 'REJECTED', rejection_reason = 'Blurred', verified_by = $2 WHERE id = $1`,
    [rejected, staff.supervisor.id],
  )
  await backdate(branch, old, await ago(branch, 9))
  await backdate(branch, renewed, fiveYears)
  await backdate(branch, bill, await ago(branch, 9))
  await backdate(branch, rejected, await ago(branch, 1, -1))
  expect(await deleteDue(branch)).toEqual([1])
  expect([await keysOf(old), await keysOf(renewed), await keysOf(bill), await keysOf(rejected)]).toEqual([
    0, 1, 1, 1,
  ])
  expect((await customer(customerId)).kycStatus).toBe('APPROVED')
  await backdate(branch, rejected, await ago(branch, 1))
  expect(await deleteDue(branch)).toEqual([1])
  expect(await keysOf(rejected)).toBe(0)
})

test('who has another account, or may sign for an open one, is a customer still', async () => {
  const [returned, signer] = [await former(branch, fiveYears), await former(branch, fiveYears)]
  const holder = await former(branch, fiveYears)
  await openAccount(branch, returned.customerId)
  await database.superuser.query(`UPDATE accounts SET status = 'ACTIVE', closed_on = NULL WHERE id = $1`, [
    holder.accountId,
  ])
  await addParty(branch, holder.customerId, signer.customerId)
  expect(await deleteDue(branch)).toEqual([])
})

test('another number of years needs two people, and counts from then on', async () => {
  const { passport } = await former(branch, fiveYears)
  const key = randomUUID()
  const longer = { key, purpose: 'IDENTITY', event: 'ENDED', years: 6, validFrom: today } as const
  await workplace.as('supervisor').call('documents.proposeRetention', longer)
  const { hash } = await workplace.as('supervisor').call('approvals.read', { approvalId: key })
  expect(
    await workplace.as('supervisor').ask('approvals.approve', { approvalId: key, hash, passwordHalf: null }),
  ).toMatchObject({ error: { code: 'OWN_PROPOSAL' } })
  await approveAs(workplace, 'admin', key)
  // The bill beside it is of another purpose.
  expect(await deleteDue(branch)).toEqual([1])
  expect(await keysOf(passport)).toBe(1)
  const { rules } = await workplace.as('auditor').call('documents.listRetention', {})
  expect(rules).toContainEqual(
    expect.objectContaining({ purpose: 'IDENTITY', event: 'ENDED', years: 6, validFrom: today }),
  )
})

test('much is deleted in portions', async () => {
  const customerId = await registerCustomer(branch.pool('teller'))
  await database.superuser.query(
    `WITH file AS (INSERT INTO kyc_files (media_type, byte_size, content, created_by)
       SELECT 'image/png', 1, decode(repeat('00', 60), 'hex'), $2 FROM generate_series(1, 51) RETURNING id)
     INSERT INTO kyc_documents (customer_id, document_type, document_number, file_id, status, rejection_reason, created_by, verified_by,
         decided_at, created_at)
       SELECT $1, 'UTILITY_BILL', id::text, id, 'REJECTED', 'Blurred', $2, $3, now() - interval '2 years', now() - interval '2 years'
       FROM file`,
    [customerId, staff.teller.id, staff.supervisor.id],
  )
  expect(await deleteDue(branch)).toEqual([50, 1])
})

/** As the owner of the database, with a run of a job and a rule. */
const asOwner = async (text: string) => {
  const { rows } = await database.superuser.query<{ job: string; rule: string }>(
    `SELECT (SELECT id FROM job_runs LIMIT 1) AS job, (SELECT id FROM retention_rules WHERE event = 'ENDED' LIMIT 1) AS rule`,
  )
  const { job, rule } = only(rows)
  return database.superuser.query(text.replace('{job}', job).replace('{rule}', rule))
}

test('nobody deletes a document, or changes what was deleted, beside the rules', async () => {
  const { passport } = await former(branch, await ago(branch, 4))
  const early = `INSERT INTO document_deletions (id, rule_id, event_on, due_on, deleted_on, job_id, files)
    VALUES ('${passport}', '{rule}', '2024-01-01', '2029-01-01', '2028-12-31', '{job}', 1)`
  await expect(asOwner(early)).rejects.toMatchObject({ constraint: 'document_deletions_not_early' })
  await expect(asOwner('DELETE FROM document_deletions')).rejects.toMatchObject({
    code: expect.any(String) as string,
  })
  await expect(branch.pool('supervisor').query('DELETE FROM kyc_file_keys')).rejects.toMatchObject({
    code: '42501',
  })
})
