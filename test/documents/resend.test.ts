import { expect, test } from 'vitest'
import { approvedCustomer } from '../support/customers.ts'
import { newDocument } from '../support/documents.ts'
import { pngPicture } from '../support/png.ts'
import { workplaceForFile } from '../support/test-file.ts'

// An answer may be lost on its way: the same command with the same key is then answered alike, and another is refused.

const workplace = await workplaceForFile()
const { branch } = workplace

const reused = { ok: false, error: { code: 'KEY_REUSED' } }

test('a document is stored once, and not silently with the file that was chosen first', async () => {
  workplace.become(branch.staff.teller)
  const document = newDocument(await approvedCustomer(branch))
  await workplace.call('documents.upload', document)
  expect(await workplace.call('documents.upload', document)).toEqual({ id: document.id })
  const otherwise = [{ content: new Uint8Array(pngPicture(5, 4)) }, { expiresAt: '2998-01-01' }]
  for (const change of otherwise)
    expect(await workplace.ask('documents.upload', { ...document, ...change })).toMatchObject(reused)
})
