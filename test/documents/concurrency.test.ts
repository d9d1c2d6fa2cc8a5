import { expect, test } from 'vitest'
import { approvedCustomer, registerCustomer } from '../support/customers.ts'
import { approveDocument, uploadDocument } from '../support/documents.ts'
import { only, refusalsOf } from '../support/queries.ts'
import { branchForFile } from '../support/test-file.ts'

const branch = await branchForFile()
const { database, staff } = branch

test('two decisions on two documents at the same moment approve the customer', async () => {
  for (let round = 0; round < 5; round++) {
    const id = await registerCustomer(branch.pool('teller'))
    const identity = await uploadDocument(database, staff.teller, id, 'PASSPORT')
    const address = await uploadDocument(database, staff.teller, id, 'UTILITY_BILL')
    await Promise.all([
      approveDocument(database, staff.supervisor, identity),
      approveDocument(database, staff.supervisor2, address),
    ])
    const { rows } = await database.superuser.query('SELECT kyc_status FROM customers WHERE id = $1', [id])
    expect(only(rows)).toEqual({ kyc_status: 'APPROVED' })
  }
})

test('two decisions on one document at the same moment are one', async () => {
  const other = await approvedCustomer(branch)
  const document = await uploadDocument(database, staff.teller, other, 'BANK_STATEMENT')
  const outcomes = await Promise.allSettled([
    approveDocument(database, staff.supervisor, document),
    approveDocument(database, staff.supervisor2, document),
  ])
  expect(refusalsOf(outcomes)).toEqual(['ALREADY_DECIDED'])
})
