import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { CallInput } from '../../shared/contract.ts'
import { closeSession } from '../../electron/services/sessions/open-session.ts'
import { readPdf } from '../print/read-pdf.ts'
import { openAccount, openNewCustomersAccount } from '../support/accounts.ts'
import { approvedCustomer } from '../support/customers.ts'
import { openDate } from '../support/days.ts'
import { insertPostings } from '../support/journal-rows.ts'
import { newCashPosting } from '../support/postings.ts'
import { withPrinter } from '../support/printers.ts'
import { type ReadPart, readRoll } from '../support/read-roll.ts'
import { newReversal } from '../support/reversals.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { setTellerTill } from '../support/tills.ts'

/** What is looked at before it is printed is what comes out, and looking prints nothing. */

const workplace = await workplaceForFile()
const { branch } = workplace
await setTellerTill(branch, true)

async function posted(lastName: string, changes: Partial<CallInput<'postings.postDeposit'>> = {}) {
  const customer = await approvedCustomer(branch, { last_name: `'${lastName}'` })
  const input = newCashPosting(await openAccount(branch, customer, {}), {
    amount: '1204.5',
    currency: branch.currency,
    ...changes,
  })
  return workplace.as('teller').call('postings.postDeposit', input)
}

type Paper = CallInput<'printers.preview'>['paper']
const receiptOf = (transactionId: string): Paper => ({ of: 'RECEIPT', transactionId })

/** Looks at a paper: what the window shows of its first page, and what that is drawn of. */
async function preview(paper: Paper) {
  const opened = await workplace.call('printers.preview', { paper })
  const { content, ...page } = await workplace.call('printers.previewPage', {
    previewId: opened.previewId,
    pageNumber: 1,
  })
  const { data, info } = await sharp(content).greyscale().raw().toBuffer({ resolveWithObject: true })
  const looked = [...(workplace.state.session?.prepared.looked.values() ?? [])]
  expect(looked).toHaveLength(1)
  const { text } = await readPdf(looked[0]?.pdf ?? new Uint8Array())
  return { ...opened, ...page, text, pixels: { data, width: info.width, height: info.height } }
}
type Looked = Awaited<ReturnType<typeof preview>>

/** Where the printer puts a part, in dots: its lines are 30 dots, large ones 48, and it goes on by a line behind a picture. */
function placesOf(parts: readonly ReadPart[]) {
  let top = 16
  return parts.map((part) => {
    const place = { part, top }
    top += part.is === 'PICTURE' ? part.height + 30 : part.large ? 48 : 30
    return place
  })
}

/** Whether anything is black on the picture between these dots. */
function inkBetween(
  { pixels, width }: Looked,
  [x, y, wide, high]: readonly [number, number, number, number],
) {
  const dot = pixels.width / width / 8
  for (let row = Math.round(y * dot); row < Math.round((y + high) * dot); row++)
    for (let column = Math.round(x * dot); column < Math.round((x + wide) * dot); column++)
      if ((pixels.data[row * pixels.width + column] ?? 255) < 128) return true
  return false
}

/** Compares the picture that was shown with the bytes that the printer got: each letter's cell, and each dot. */
function expectShown(looked: Looked, bytes: Buffer, columns: number): ReadPart[] {
  const { parts } = readRoll(bytes, columns)
  const left = (looked.width * 8 - columns * 12) / 2
  const wrong: string[] = []
  for (const { part, top } of placesOf(parts)) {
    if (part.is === 'PICTURE') {
      for (let y = 0; y < part.height; y++)
        for (let x = 0; x < part.width; x++)
          if (inkBetween(looked, [left + x, top + y, 1, 1]) !== (part.grey[y * part.width + x] === 0))
            wrong.push(`dot ${x}, ${y} of the picture at ${top}`)
      continue
    }
    const [cell, high] = part.large ? [24, 48] : [12, 24]
    for (let at = 0; at < columns * (12 / cell); at++)
      if (inkBetween(looked, [left + at * cell, top, cell, high]) !== ((part.text[at] ?? ' ') !== ' '))
        wrong.push(`cell ${at} of ${JSON.stringify(part.text)}`)
  }
  expect(wrong).toEqual([])
  const said = parts.flatMap((part) => (part.is === 'TEXT' ? [part.text] : [])).join('')
  expect(looked.text.replaceAll(/\s/g, '')).toBe(said.replaceAll(/\s/g, ''))
  return parts
}

const untimed = (text: string) => text.replaceAll(/Printed .*/g, '')

const withoutPictures = (parts: readonly ReadPart[]) =>
  parts.flatMap((part) => (part.is === 'TEXT' ? [part.text] : []))

test.each([
  ['a plain name', '80', 'Eriksson', 'Rent'],
  ['a plain name', '58', 'Eriksson', 'Rent'],
  [
    'a name longer than the roll',
    '58',
    'Wolfeschlegelsteinhausenbergerdorff '.repeat(2).trim(),
    'W'.repeat(120),
  ],
  ['another script', '80', 'محمد', 'إيجار نوفمبر'],
  ['letters of several scripts in one line', '58', 'Łódź', 'Αθήνα, София, Ærø § 5'],
  ['what would be markup, or a command', '80', 'O<b>Brien', '"; DROP TABLE <i>x</i> -- %s \\x1b@ é€ÿ'],
] as const)(
  '%s on %s mm: what was shown is what the printer got, copy and reversal too',
  async (_, roll, name, description) => {
    const { columns } = { 80: { columns: 48 }, 58: { columns: 32 } }[roll]
    await withPrinter(
      workplace,
      {},
      async (_id, printer) => {
        const { id } = await posted(name, { description })
        const both = async () => {
          const looked = await preview(receiptOf(id))
          expect(looked).toMatchObject({
            printer: 'Counter',
            roll,
            width: expect.closeTo(Number(roll), 3),
            pages: 1,
          })
          const { isCopy } = await workplace.call('printers.printReceipt', { transactionId: id })
          return {
            isCopy,
            said: withoutPictures(expectShown(looked, printer.papers().at(-1) ?? Buffer.of(), columns)),
          }
        }
        const first = await both()
        expect([first.isCopy, first.said.includes('COPY')]).toEqual([false, false])
        const second = await both()
        expect([second.isCopy, second.said[0]]).toEqual([true, 'COPY'])
        await workplace.call('postings.reverse', newReversal(id))
        const third = await both()
        expect(third.said.join(' ')).toContain('Reversed by')
      },
      roll,
    )
  },
)

test('looking is on record as that and as no print, and the next print is no copy because of it', async () => {
  const { id } = await posted('Looked')
  await workplace.call('printers.preview', { paper: receiptOf(id) })
  await workplace.call('printers.preview', { paper: receiptOf(id) })
  const rows = async () =>
    (
      await branch.database.superuser.query<{ action: string }>(
        "SELECT action FROM corex.audit_logs WHERE resource_id = $1 AND action IN ('VIEWED', 'EXPORTED') ORDER BY id",
        [id],
      )
    ).rows.map(({ action }) => action)
  expect(await rows()).toEqual(['VIEWED'])
  const { content } = await workplace.call('postings.exportReceipt', { transactionId: id })
  const paper = await readPdf(content)
  expect(paper.text).not.toContain('COPY')
  expect(await rows()).toEqual(['VIEWED', 'EXPORTED'])
  const looked = await preview(receiptOf(id))
  expect(looked.text).toContain('COPY')
  expect(looked.text.replace('COPY\n', '')).toBe(paper.text)
})

test('without a printer a receipt is shown as the PDF that would be saved, in its size', async () => {
  const { id } = await posted('Saved')
  const looked = await preview(receiptOf(id))
  expect(looked).toMatchObject({ printer: null, roll: null, page: 1, pages: 1 })
  expect([Math.round(looked.width), Math.round(looked.height)]).toEqual([105, 148])
  const { content } = await workplace.call('postings.exportReceipt', { transactionId: id })
  expect(looked.text).toBe((await readPdf(content)).text)
})

test('letters that no font has are asked about for the preview and again for the paper, and looking is on record', async () => {
  const { id } = await posted('鈴木')
  const missing = { ok: false, error: { code: 'LETTERS_MISSING', details: { letters: '鈴木' } } }
  const asked = { paper: receiptOf(id) }
  expect(await workplace.ask('printers.preview', asked)).toMatchObject(missing)
  await workplace.call('printers.allowBoxes', { letters: '鈴木' })
  const { previewId } = await workplace.call('printers.preview', asked)
  await workplace.call('printers.previewPage', { previewId, pageNumber: 1 })
  // What was let into the preview is used up by it: no paper leaves with boxes without a word.
  expect(await workplace.ask('postings.exportReceipt', { transactionId: id })).toMatchObject(missing)
  const { rows } = await branch.database.superuser.query(
    "SELECT DISTINCT action FROM corex.audit_logs WHERE resource_id = $1 AND action IN ('VIEWED', 'EXPORTED')",
    [id],
  )
  expect(rows).toEqual([{ action: 'VIEWED' }])
})

test('the pages of a long statement are turned one by one, say what its PDF says, and are none of the print’s record', async () => {
  const to = await openNewCustomersAccount(branch)
  const from = await openNewCustomersAccount(branch, { balance: '1000.00' })
  await insertPostings(branch, { type: 'TRANSFER', from, to, amount: '1.00', count: 150 })
  const period = { accountId: to, from: null, to: null }
  const looked = await preview({ of: 'STATEMENT', ...period })
  expect([Math.round(looked.width), Math.round(looked.height)]).toEqual([210, 297])
  expect(looked.pages).toBeGreaterThan(2)
  const { rows } = await branch.database.superuser.query(
    "SELECT DISTINCT action FROM corex.audit_logs WHERE resource_id = $1 AND action IN ('VIEWED', 'EXPORTED')",
    [to],
  )
  expect(rows).toEqual([{ action: 'VIEWED' }])
  const { content } = await workplace.call('accounts.exportStatement', { ...period, format: 'PDF' })
  const saved = await readPdf(content)
  expect(saved.pages).toHaveLength(looked.pages)
  expect(untimed(looked.text)).toBe(untimed(saved.text))
  const pictures = new Set<string>()
  for (let pageNumber = 1; pageNumber <= looked.pages; pageNumber++) {
    const page = await workplace.call('printers.previewPage', { previewId: looked.previewId, pageNumber })
    expect(page).toMatchObject({ page: pageNumber, pages: looked.pages })
    pictures.add(Buffer.from(page.content).toString('base64'))
  }
  expect(pictures.size).toBe(looked.pages)
  const beyond = { previewId: looked.previewId, pageNumber: 9_999 }
  expect(await workplace.call('printers.previewPage', beyond)).toMatchObject({ page: looked.pages })
})

test('one paper is kept at a time, for whoever looks at it, and is gone with the session', async () => {
  const { id } = await posted('Kept')
  const first = await workplace.call('printers.preview', { paper: receiptOf(id) })
  const second = await workplace.call('printers.preview', { paper: receiptOf(id) })
  const turn = (previewId: string) => workplace.ask('printers.previewPage', { previewId, pageNumber: 1 })
  expect(await turn(first.previewId)).toEqual({ ok: false, error: { code: 'PREVIEW_GONE' } })
  expect(await turn(second.previewId)).toMatchObject({ ok: true })
  const { session } = workplace.as('auditor').state
  expect(await turn(second.previewId)).toEqual({ ok: false, error: { code: 'PREVIEW_GONE' } })
  await workplace.call('printers.preview', { paper: receiptOf(id) })
  expect(session?.prepared.looked.size).toBe(1)
  if (session === null) throw new Error('Nobody is signed in')
  await closeSession(session)
  expect(session.prepared.looked.size).toBe(0)
})

test('no teller looks at the proof of a day', async () => {
  const paper = { of: 'PROOF' as const, businessDate: await openDate(branch) }
  expect(await workplace.as('teller').ask('printers.preview', { paper })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
})
