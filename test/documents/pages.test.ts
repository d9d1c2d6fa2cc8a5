import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { beforeEach, expect, test } from 'vitest'
import { approvedCustomer } from '../support/customers.ts'
import { newDocument } from '../support/documents.ts'
import { pdfFile } from '../support/pdf.ts'
import { pngPicture } from '../support/png.ts'
import { workplaceForFile } from '../support/test-file.ts'

// The pages of a document as a teller takes, cuts, turns and orders them.

const workplace = await workplaceForFile()
const { branch } = workplace
const PASSPORT = new URL('../mrz/photographs/ordinary-3.jpg', import.meta.url)

beforeEach(() => workplace.become(branch.staff.teller))

const prepare = async (content: Uint8Array) => {
  const made = await workplace.call('documents.prepare', { id: randomUUID(), content })
  const [page] = made.pages
  if (page === undefined) throw new Error('No page')
  return { ...made, page }
}

const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')

const stored = async (documentId: string) =>
  workplace.as('supervisor').call('documents.readFile', { documentId })

const sidesOf = async (documentId: string) => {
  const { rows } = await branch.database.superuser.query<{ side: string }>(
    'SELECT side FROM kyc_pages WHERE document_id = $1 ORDER BY page_no',
    [documentId],
  )
  return rows.map(({ side }) => side)
}

test('a page is cut to its corners and turned, and what was read of it stays with it', async () => {
  const { page, readings } = await prepare(new Uint8Array(readFileSync(PASSPORT)))
  if (page.corners === null) throw new Error('No corners')
  const { corners, jpeg: content } = page
  const cut = await workplace.call('documents.adjust', { id: randomUUID(), content, corners, quarters: 1 })
  expect(cut.page.height).toBeGreaterThan(cut.page.width)
  expect(cut.page.width * cut.page.height).toBeLessThan(page.width * page.height)
  expect(cut.readings).toEqual(readings)
  const document = newDocument(await approvedCustomer(branch), { content: cut.page.jpeg })
  await workplace.call('documents.upload', document)
  const { pages, readings: read } = await stored(document.id)
  expect(pages.map(({ content: kept }) => hashOf(kept))).toEqual([hashOf(cut.page.jpeg)])
  expect(read).toEqual(readings)
})

test('what was not read is read again of the part that a person cuts out', async () => {
  const passport = await sharp(readFileSync(PASSPORT)).resize({ width: 1100 }).toBuffer()
  const { width, height } = await sharp(passport).metadata()
  const wide = { width: width * 4, height: height * 4, channels: 3, background: '#777' } as const
  const small = await sharp({ create: wide })
    .composite([{ input: passport, left: 0, top: 0 }])
    .jpeg()
    .toBuffer()
  const { page, readings } = await prepare(new Uint8Array(small))
  const [right, down] = [page.width / 4, page.height / 4]
  const cut = await workplace.call('documents.adjust', {
    id: randomUUID(),
    content: page.jpeg,
    corners: [
      [0, 0],
      [right, 0],
      [right, down],
      [0, down],
    ],
    quarters: 0,
  })
  expect(cut.page.width).toBe(Math.round(right))
  expect([readings.length, cut.readings.length]).toEqual([0, 1])
})

test('front and back of a card are one document, in their order, each with its side', async () => {
  const front = await prepare(new Uint8Array(pngPicture(60, 40)))
  const back = await prepare(new Uint8Array(readFileSync(PASSPORT)))
  const document = newDocument(await approvedCustomer(branch), {
    documentType: 'NATIONAL_ID',
    content: front.page.jpeg,
    further: [back.page.jpeg],
  })
  await workplace.call('documents.upload', document)
  const { pages, readings } = await stored(document.id)
  expect(pages.map(({ content }) => hashOf(content))).toEqual(
    [front, back].map(({ page }) => hashOf(page.jpeg)),
  )
  expect(readings.map(({ page }) => page)).toEqual([2])
  expect(await sidesOf(document.id)).toEqual(['BACK'])
})

test('further pages of a passport are no back, and each file is drawn anew', async () => {
  const given = {
    content: new Uint8Array(pngPicture(60, 40)),
    further: [new Uint8Array(await pdfFile({ pages: 2 })), new Uint8Array(pngPicture(30, 20))],
  }
  const document = newDocument(await approvedCustomer(branch), given)
  await workplace.call('documents.upload', document)
  const { pages } = await stored(document.id)
  expect(pages.map(({ mediaType }) => mediaType)).toEqual(Array(4).fill('image/jpeg'))
  expect(await sidesOf(document.id)).toEqual(['OTHER', 'OTHER', 'OTHER'])
})

test('a document of more than fifty pages is refused, and nothing of it is stored', async () => {
  const { page } = await prepare(new Uint8Array(pngPicture(60, 40)))
  const content = page.jpeg
  const further = [...Array.from({ length: 48 }, () => content), new Uint8Array(await pdfFile({ pages: 2 }))]
  const document = newDocument(await approvedCustomer(branch), { content, further })
  expect(await workplace.ask('documents.upload', document)).toMatchObject({
    ok: false,
    error: { code: 'FILE_TOO_MANY_PAGES', details: { maximum: '50' } },
  })
  expect(
    await workplace.as('supervisor').ask('documents.readFile', { documentId: document.id }),
  ).toMatchObject({
    ok: false,
    error: { code: 'DOCUMENT_NOT_FOUND' },
  })
})
