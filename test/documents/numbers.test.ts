import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { approvedCustomer } from '../support/customers.ts'
import { newDocument, uploadDocumentSql } from '../support/documents.ts'
import { refusalsOf } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
const teller = () => workplace.as('teller')

const upload = (...given: Parameters<typeof newDocument>) =>
  teller().ask('documents.upload', newDocument(...given))
const taken = { ok: false, error: { code: 'DOCUMENT_NUMBER_TAKEN' } }

test('a renewed identity card with the same number, and its back, are taken', async () => {
  const customer = await approvedCustomer(branch)
  const card = { documentType: 'NATIONAL_ID', documentNumber: '19740812-1234' } as const
  for (const expiresAt of ['2030-01-01', '2030-01-01', '2040-01-01'])
    expect(await upload(customer, { ...card, expiresAt })).toMatchObject({ ok: true })
})

test('a bill that two people share is taken for both', async () => {
  const bill = { documentType: 'UTILITY_BILL', documentNumber: 'INV-7', expiresAt: null } as const
  for (const customer of [await approvedCustomer(branch), await approvedCustomer(branch)])
    expect(await upload(customer, bill)).toMatchObject({ ok: true })
})

test('the number of one person is refused for another, however it is typed', async () => {
  const documentNumber = 'AB 123-456'
  expect(await upload(await approvedCustomer(branch), { documentNumber })).toMatchObject({ ok: true })
  const second = await approvedCustomer(branch)
  const twins = ['ab123456', 'AB\u2010123\u2011456', 'ＡＢ１２３４５６', 'AB\u200B123456', 'A.B/123_456']
  for (const twin of twins) expect(await upload(second, { documentNumber: twin })).toMatchObject(taken)
})

test('the same number of another country or of another kind belongs to somebody else', async () => {
  const documentNumber = 'SAME 77'
  const given = [{}, { issuingCountry: 'DE' }, { documentType: 'NATIONAL_ID' }] as const
  for (const changes of given)
    expect(await upload(await approvedCustomer(branch), { documentNumber, ...changes })).toMatchObject({
      ok: true,
    })
})

test('a number may be given to another person after it was rejected as the first one’s', async () => {
  const documentNumber = 'TYPO 1'
  const document = newDocument(await approvedCustomer(branch), { documentNumber })
  await teller().call('documents.upload', document)
  const { documents } = await workplace.as('supervisor').call('documents.listQueue', {})
  const { shownHash = '' } = documents.find(({ id }) => id === document.id) ?? {}
  const decision = { documentId: document.id, shownHash, reason: 'Somebody else’s number' }
  await workplace.as('supervisor').call('documents.reject', { ...decision, reasonCode: 'OTHER_PERSON' })
  expect(await upload(await approvedCustomer(branch), { documentNumber })).toMatchObject({ ok: true })
})

test('of two people who are given one number at the same moment, one is refused', async () => {
  const customers = [await approvedCustomer(branch), await approvedCustomer(branch)]
  const outcomes = await Promise.allSettled(
    customers.map((customer) =>
      branch.pool('teller').query(uploadDocumentSql({ customer: `'${customer}'`, number: `'RACE 1'` })),
    ),
  )
  expect(refusalsOf(outcomes)).toEqual(['kyc_documents_number_of_one_person'])
})

test('what is no number and no date of a document is refused at its field, and is no bug', async () => {
  const customer = await approvedCustomer(branch)
  for (const changes of [
    { documentNumber: '- –' },
    { issuingCountry: null },
    { expiresAt: '0000-01-01' },
    { id: randomUUID().slice(1) },
  ])
    expect(await upload(customer, changes)).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
})
