import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { newAccount } from '../support/accounts.ts'
import { approvedCustomer, changeContactSql, newCustomer } from '../support/customers.ts'
import { approveDocument, newDocument, uploadDocument } from '../support/documents.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
const { database, staff } = branch

const stored = (customerId: string) => workplace.as('teller').call('customers.get', { customerId })

test('a supervisor suspends a customer for a reason, no account is opened meanwhile, and makes the customer active again', async () => {
  const customerId = await approvedCustomer(branch)
  const set = async (status: 'ACTIVE' | 'SUSPENDED', reason: string) => {
    const { updatedAt } = await stored(customerId)
    await workplace.as('supervisor').call('customers.setStatus', { customerId, updatedAt, status, reason })
  }
  const open = () => workplace.as('teller').ask('accounts.open', newAccount(customerId))
  await set('SUSPENDED', 'Card fraud')
  expect(await stored(customerId)).toMatchObject({ status: 'SUSPENDED', statusReason: 'Card fraud' })
  expect(await open()).toMatchObject({ error: { code: 'CUSTOMER_NOT_ACTIVE' } })
  const refused = workplace.as('teller').ask('customers.setStatus', {
    customerId,
    updatedAt: new Date().toISOString(),
    status: 'ACTIVE',
    reason: 'Mine',
  })
  expect(await refused).toMatchObject({ error: { code: 'FORBIDDEN' } })
  await set('ACTIVE', 'Settled')
  expect(await open()).toMatchObject({ ok: true })
})

test('a misspelt name, a wrong birth and a wrong nationality are corrected by two people, with the document that shows it', async () => {
  const customer = newCustomer({ firstName: 'Ana', lastName: 'Erikson' })
  await workplace.as('teller').call('customers.register', customer)
  const documentId = await uploadDocument(database, staff.teller, customer.id, 'PASSPORT')
  const correction = {
    id: randomUUID(),
    customerId: customer.id,
    documentId,
    firstName: null,
    lastName: 'Eriksdotter',
    dateOfBirth: '1974-08-21',
    nationality: 'IR',
    reason: 'Typed wrongly',
  }
  await workplace.call('customers.proposeCorrection', correction)
  await workplace.call('customers.proposeCorrection', correction)
  const { corrections } = await workplace.call('customers.listCorrections', { customerId: null })
  expect(corrections).toMatchObject([
    {
      id: correction.id,
      from: { firstName: 'Ana', lastName: 'Erikson', dateOfBirth: '1974-08-12', nationality: 'SE' },
      to: { firstName: null, lastName: 'Eriksdotter', dateOfBirth: '1974-08-21', nationality: 'IR' },
      own: true,
    },
  ])
  expect(await stored(customer.id)).toMatchObject({ lastName: 'Erikson' })
  await approveDocument(database, staff.supervisor, documentId)
  await workplace.as('supervisor').call('customers.approveCorrection', { correctionId: correction.id })
  expect(await stored(customer.id)).toMatchObject({
    firstName: null,
    lastName: 'Eriksdotter',
    dateOfBirth: '1974-08-21',
    nationality: 'IR',
  })
  // The risk follows from the nationality at once.
  expect(await workplace.call('documents.readStanding', { customerId: customer.id })).toMatchObject({
    risk: 'HIGH',
  })
  expect(await workplace.call('customers.listCorrections', { customerId: customer.id })).toEqual({
    corrections: [],
  })
  const { customers } = await workplace.call('customers.search', { text: 'eriksdotter' })
  expect(customers).toHaveLength(1)
})

test('a correction is approved only by somebody who was shown its document in this session, whoever approved the document', async () => {
  const customer = newCustomer({ firstName: 'Ana', lastName: 'Lindkvist' })
  await workplace.as('teller').call('customers.register', customer)
  const { id: documentId } = await workplace.call('documents.upload', newDocument(customer.id))
  const correctionId = randomUUID()
  await workplace.call('customers.proposeCorrection', {
    id: correctionId,
    customerId: customer.id,
    documentId,
    firstName: 'Ana',
    lastName: 'Lindqvist',
    dateOfBirth: customer.dateOfBirth,
    nationality: customer.nationality,
    reason: 'Typed wrongly',
  })
  await approveDocument(database, staff.supervisor, documentId)
  const approve = () => workplace.as('supervisor2').ask('customers.approveCorrection', { correctionId })
  expect(await approve()).toMatchObject({ error: { code: 'NOT_SHOWN' } })
  // Opened, and handed out, but not drawn.
  const { ticket } = await workplace.as('supervisor2').call('documents.readFile', { documentId })
  expect(await approve()).toMatchObject({ error: { code: 'NOT_SHOWN' } })
  expect(await stored(customer.id)).toMatchObject({ lastName: 'Lindkvist' })
  await workplace.as('supervisor2').call('documents.noteShown', { ticket })
  expect(await approve()).toMatchObject({ ok: true })
  expect(await stored(customer.id)).toMatchObject({ lastName: 'Lindqvist' })
})

test('nobody changes a nationality alone, and an older proposal without one leaves it as it is', async () => {
  const customer = newCustomer()
  await workplace.as('teller').call('customers.register', customer)
  const { updatedAt } = await stored(customer.id)
  const change = changeContactSql({ ...customer, phone: '+46701740605', nationality: 'IR' }, '$1', '$2')
  await branch.pool('teller').query(change, [customer.id, updatedAt])
  expect(await stored(customer.id)).toMatchObject({ nationality: 'SE' })
  const documentId = await uploadDocument(database, staff.teller, customer.id, 'PASSPORT')
  const [id, right] = [
    randomUUID(),
    JSON.stringify({ last_name: 'Old', date_of_birth: customer.dateOfBirth }),
  ]
  await branch
    .pool('teller')
    .query('SELECT propose_correction($1, $2, $3, $4, $5)', [id, customer.id, documentId, right, 'Typo'])
  await database.superuser.query(
    'UPDATE customer_corrections SET nationality = NULL, from_nationality = NULL WHERE id = $1',
    [id],
  )
  await approveDocument(database, staff.supervisor, documentId)
  await workplace.as('supervisor').call('customers.approveCorrection', { correctionId: id })
  expect(await stored(customer.id)).toMatchObject({ lastName: 'Old', nationality: 'SE' })
})

test('not even the owner of the database lets one person propose and decide', async () => {
  await expect(
    database.superuser.query(
      `INSERT INTO customer_corrections (id, customer_id, document_id, from_last_name, from_date_of_birth, last_name, date_of_birth, reason,
         status, created_by, decided_by, decided_at)
       SELECT gen_random_uuid(), d.customer_id, d.id, 'A', '1974-08-12', 'B', '1974-08-12', 'Mine', 'APPROVED', $1, $1, now()
       FROM kyc_documents d LIMIT 1`,
      [staff.supervisor.id],
    ),
  ).rejects.toMatchObject({ constraint: 'customer_corrections_four_eyes' })
})
