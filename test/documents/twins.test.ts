import { expect, test } from 'vitest'
import { approvedCustomer } from '../support/customers.ts'
import { newDocument } from '../support/documents.ts'
import { approvedChange } from '../support/keys.ts'
import { moveToOtherBranch } from '../support/other-branch.ts'
import { pngPicture } from '../support/png.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile()
const { branch } = workplace

const upload = async (size: number) => {
  const document = newDocument(await approvedCustomer(branch), {
    content: new Uint8Array(pngPicture(size, size)),
  })
  await workplace.as('teller').call('documents.upload', document)
  return document
}

const twinsOf = async (documentId: string) =>
  (await workplace.as('supervisor').call('documents.listTwins', { documentId })).twins

test('the same picture with another customer is noticed, also after the key was changed, and another picture is not', async () => {
  const first = await upload(9)
  const other = await upload(10)
  expect(await twinsOf(first.id)).toEqual([])
  const approvalId = await approvedChange(workplace, 'KEY_ROTATION')
  await workplace.as('admin').call('keys.rotate', { approvalId })
  const second = await upload(9)
  expect(await twinsOf(second.id)).toMatchObject([
    { documentId: first.id, customerName: expect.any(String), customerNumber: expect.any(String) },
  ])
  expect(await twinsOf(other.id)).toEqual([])
})

test('whose it is at another branch is not said to whoever may not read it', async () => {
  const first = await upload(11)
  await moveToOtherBranch(branch.database, first.customerId)
  const second = await upload(11)
  expect(await twinsOf(second.id)).toMatchObject([
    { documentId: first.id, customerName: null, customerNumber: null },
  ])
})
