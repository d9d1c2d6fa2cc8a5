import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { approvedCustomer } from '../support/customers.ts'
import { approveDocument, digestOf, lookAt, newDocument, uploadDocument } from '../support/documents.ts'
import { only, refused } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { addUser, signedIn } from '../support/users.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
const { database, staff } = branch
const other = await addUser(database, branch.id, { role: 'SUPERVISOR', fullName: 'Olga Berg' })
const { rows: people } = await database.superuser.query<{ fullName: string }>(
  'SELECT full_name AS "fullName" FROM users WHERE id = $1',
  [staff.supervisor.id],
)
const { fullName } = only(people)

const claimAs = (token: string, customer: string) =>
  database.pool(token).query('SELECT claim_case($1)', [customer])

/** A customer with a passport that waits. */
async function waiting() {
  const customer = await approvedCustomer(branch)
  return { customer, document: await uploadDocument(database, staff.teller, customer, 'PASSPORT') }
}

const queued = async (document: string) =>
  (await workplace.as('supervisor').call('documents.listQueue', {})).documents.find(
    ({ id }) => id === document,
  )

test('a case that one supervisor has is neither taken nor decided by another, who sees with whom it is', async () => {
  const { customer, document } = await waiting()
  await claimAs(staff.supervisor.token, customer)
  await expect(claimAs(other.token, customer)).rejects.toMatchObject(refused('CASE_CLAIMED'))
  await expect(approveDocument(database, other, document)).rejects.toMatchObject(refused('CASE_CLAIMED'))
  expect(await queued(document)).toMatchObject({ claim: { own: true, name: fullName } })
  await approveDocument(database, staff.supervisor, document)
})

test('of two supervisors who take one case at the same moment, one has it', async () => {
  const { customer } = await waiting()
  const outcomes = await Promise.allSettled([
    claimAs(staff.supervisor.token, customer),
    claimAs(other.token, customer),
  ])
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('a case is free again when its holder gives it back, signs out, or has had it for a quarter of an hour', async () => {
  const { customer, document } = await waiting()
  await workplace.as('supervisor').call('documents.claim', { customerId: customer })
  await workplace.as('supervisor').call('documents.release', { customerId: customer })
  expect(await queued(document)).toMatchObject({ claim: null })

  const passing = await addUser(database, branch.id, { role: 'SUPERVISOR' })
  await claimAs(passing.token, customer)
  expect(await queued(document)).toMatchObject({ claim: { own: false } })
  await database.pool(passing.token).query('SELECT sign_out()')
  expect(await queued(document)).toMatchObject({ claim: null })

  await claimAs((await signedIn(database, passing.username)).token, customer)
  const { rows } = await database.superuser.query<{ minutes: number }>(
    `UPDATE kyc_claims SET lapses_at = claimed_at + interval '1 microsecond' WHERE customer_id = $1
     RETURNING round(extract(epoch FROM claimed_at + claim_lasts() - claimed_at) / 60)::int AS minutes`,
    [customer],
  )
  expect(rows).toEqual([{ minutes: 15 }])
  expect(await queued(document)).toMatchObject({ claim: null })
  await claimAs(staff.supervisor.token, customer)
})

test('a claim ends with the last document of the case', async () => {
  const { customer, document } = await waiting()
  await claimAs(staff.supervisor.token, customer)
  await approveDocument(database, staff.supervisor, document)
  const { rowCount } = await database.superuser.query('SELECT FROM kyc_claims WHERE customer_id = $1', [
    customer,
  ])
  expect(rowCount).toBe(0)
})

test('a document is rejected for a reason of the list, which stays with it when it is brought again', async () => {
  const { customer, document } = await waiting()
  const { shownHash = '' } = (await queued(document)) ?? {}
  const decision = {
    documentId: document,
    shownHash,
    reasonCode: 'DATA_DIFFERS',
    reason: 'Another number',
  } as const
  await workplace.as('supervisor').call('documents.reject', decision)
  await uploadDocument(database, staff.teller, customer, 'PASSPORT')
  const { documents } = await workplace.as('teller').call('customers.get', { customerId: customer })
  const passports = documents.filter(({ documentType }) => documentType === 'PASSPORT')
  expect(
    passports.map(({ status, rejectionCode, rejectionReason }) => [status, rejectionCode, rejectionReason]),
  ).toEqual(
    expect.arrayContaining([
      ['REJECTED', 'DATA_DIFFERS', 'Another number'],
      ['PENDING', null, null],
    ]),
  )
})

test('a reason that is not of the list is refused by the database', async () => {
  const { document } = await waiting()
  await lookAt(database, staff.supervisor, document)
  const rejecting = database
    .pool(staff.supervisor.token)
    .query(`SELECT reject_document($1, $2, 'MOOD', 'x')`, [document, await digestOf(database, document)])
  await expect(rejecting).rejects.toMatchObject({ constraint: 'kyc_documents_rejection_code_printable' })
})

test('what a supervisor asks for is seen by the teller until it is brought', async () => {
  const customerId = await approvedCustomer(branch)
  const asked = {
    key: randomUUID(),
    customerId,
    missing: ['IDENTITY', 'BACK'],
    words: 'The newer one',
  } as const
  const ask = () =>
    workplace.as('supervisor').call('documents.askForMore', { ...asked, missing: [...asked.missing] })
  await ask()
  await ask()
  const seen = async () =>
    (await workplace.as('teller').call('documents.listRequests', { customerId })).requests
  expect(await seen()).toMatchObject([
    { missing: ['IDENTITY', 'BACK'], words: 'The newer one', askedBy: fullName, kind: 'PERSON' },
  ])
  const bill = newDocument(customerId, {
    documentType: 'UTILITY_BILL',
    issuingCountry: null,
    expiresAt: null,
  })
  await workplace.as('teller').call('documents.upload', bill)
  expect(await seen()).toMatchObject([{ missing: ['IDENTITY'] }])
  await workplace.as('teller').call('documents.upload', newDocument(customerId))
  expect(await seen()).toEqual([])
})

test('a supervisor takes back what is not needed any more', async () => {
  const customerId = await approvedCustomer(branch)
  const key = randomUUID()
  await workplace
    .as('supervisor')
    .call('documents.askForMore', { key, customerId, missing: ['ADDRESS'], words: null })
  await workplace.as('supervisor').call('documents.endRequest', { requestId: key })
  const { requests } = await workplace.as('teller').call('documents.listRequests', { customerId })
  expect(requests).toEqual([])
})

test('every workstation is told at once of an upload, a claim, what is asked for, and a sign-out that frees a case', async () => {
  const told: string[] = []
  const listener = await database.superuser.connect()
  listener.on('notification', ({ channel }) => told.push(channel))
  await listener.query('LISTEN corex_approvals')
  /** How often it was told of what this does; the answer to a query comes after what was told before it. */
  const times = async (work: () => Promise<unknown>) => {
    told.length = 0
    await work()
    await listener.query('SELECT 1')
    return told.length
  }
  const passing = await addUser(database, branch.id, { role: 'SUPERVISOR' })
  const customer = await approvedCustomer(branch)
  const upload = () => uploadDocument(database, staff.teller, customer, 'PASSPORT')
  const ask = () =>
    database
      .pool(passing.token)
      .query(`SELECT ask_for_more($1, $2, '{BACK}', NULL)`, [randomUUID(), customer])
  expect(await times(upload)).toBeGreaterThan(0)
  expect(await times(() => claimAs(passing.token, customer))).toBeGreaterThan(0)
  expect(await times(ask)).toBeGreaterThan(0)
  expect(await times(() => database.pool(passing.token).query('SELECT sign_out()'))).toBeGreaterThan(0)
  await listener.query('UNLISTEN corex_approvals')
  listener.release()
})
