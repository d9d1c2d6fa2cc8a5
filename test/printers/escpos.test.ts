import { expect, test } from 'vitest'
import type { CallInput } from '../../shared/contract.ts'
import { receiptContent } from '../../electron/print/receipt-content.ts'
import { receiptRoll } from '../../electron/print/roll.ts'
import { encodeRoll } from '../../electron/printers/escpos/encode-roll.ts'
import { type DrawLines, rollParts } from '../../electron/printers/escpos/roll-parts.ts'
import { addressOf } from '../../electron/printers/printer-address.ts'
import { NASTY_STRINGS } from '../contract/nasty-strings.ts'
import { openAccount } from '../support/accounts.ts'
import { approvedCustomer } from '../support/customers.ts'
import { escposPrinter, type PrinterBehaviour, READY, readPaper } from '../support/escpos-printer.ts'
import { customerLeg, newCashPosting, postingView, readerCalled, tillLeg } from '../support/postings.ts'
import { withPrinter } from '../support/printers.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { setTellerTill } from '../support/tills.ts'

/** Receipts on a printer that reads its bytes back. */

const workplace = await workplaceForFile()
const { branch } = workplace
await setTellerTill(branch, true)

/** A deposit for a customer of that name. */
async function posted(lastName: string, changes: Partial<CallInput<'postings.postDeposit'>> = {}) {
  const account = await openAccount(
    branch,
    await approvedCustomer(branch, { last_name: `'${lastName}'` }),
    {},
  )
  const input = newCashPosting(account, { amount: '1204.5', currency: branch.currency, ...changes })
  const { id, reference } = await workplace.as('teller').call('postings.postDeposit', input)
  return { id, reference }
}

/** Prints on a printer that behaves like this. */
const print = (transactionId: string, changes: Partial<PrinterBehaviour> = {}) =>
  withPrinter(workplace, changes, async (_, printer) => ({
    answer: await workplace.as('teller').ask('printers.printReceipt', { transactionId }),
    papers: printer.papers().map(readPaper),
  }))

test('a receipt says what the screen says, is cut once, and is a copy from the second time on', async () => {
  const { id, reference } = await posted('Müller', { description: 'Rent' })
  const { answer, papers } = await print(id)
  expect(answer).toEqual({ ok: true, value: { printer: 'Counter', told: 'PRINTED', isCopy: false } })
  const [paper] = papers
  expect(papers).toHaveLength(1)
  expect(paper?.cuts).toBe(1)
  expect(paper?.odd).toEqual([])
  for (const line of ['Cash deposit', `Reference       ${reference}`, 'Details         Rent'])
    expect(paper?.lines).toContain(line)
  expect(paper?.lines.join('\n')).toMatch(/^1,204\.50 [A-Z]{3}$/m)
  expect(paper?.lines).not.toContain('COPY')

  const again = await print(id)
  expect(again.answer).toMatchObject({ ok: true, value: { isCopy: true } })
  expect(again.papers[0]?.lines.filter((line) => line === 'COPY')).toHaveLength(1)
  expect(again.papers[0]?.lines.filter((line) => line !== 'COPY')).toEqual(paper?.lines)
})

test('every print is on record, the copies as such', async () => {
  const { id } = await posted('Audited')
  for (const _ of [1, 2, 3]) await print(id)
  const { rows } = await branch.database.superuser.query<{ copy: number | null }>(
    `SELECT (details ->> 'copy')::int AS copy FROM corex.audit_logs WHERE resource_id = $1 AND action = 'EXPORTED' ORDER BY id`,
    [id],
  )
  expect(rows.map(({ copy }) => copy)).toEqual([null, 1, 2])
})

test('a name that the code page lacks is a picture, and never a question mark', async () => {
  const { papers } = await print((await posted('محمد')).id)
  expect(papers[0]?.pictures).toBeGreaterThan(0)
  expect(papers[0]?.lines.join('\n')).not.toContain('?')
  expect(papers[0]?.odd).toEqual([])
})

test('letters that no font here has are named before anything is sent or on record, and one paper goes out with boxes when somebody says so', async () => {
  const { id } = await posted('鈴木')
  const { answer, papers } = await print(id)
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'LETTERS_MISSING', details: { letters: '鈴木', scripts: 'CHINESE' } },
  })
  expect(papers).toEqual([])
  expect(await workplace.ask('postings.exportReceipt', { transactionId: id })).toMatchObject({
    error: { code: 'LETTERS_MISSING' },
  })
  await workplace.call('printers.allowBoxes', { letters: '鈴木' })
  const boxes = await print(id)
  expect(boxes.answer).toMatchObject({ ok: true, value: { isCopy: false } })
  expect(boxes.papers).toHaveLength(1)
  expect((await print(id)).answer).toMatchObject({ ok: false, error: { code: 'LETTERS_MISSING' } })
  const { rows } = await branch.database.superuser.query<{ action: string }>(
    "SELECT action FROM corex.audit_logs WHERE resource_id = $1 AND action IN ('VIEWED', 'EXPORTED') ORDER BY id",
    [id],
  )
  expect(rows.map(({ action }) => action)).toEqual(['VIEWED', 'EXPORTED'])
  // Leave that was not used is gone with whoever gave it.
  await workplace.call('printers.allowBoxes', { letters: '鈴木' })
  expect(await workplace.as('teller2').ask('postings.exportReceipt', { transactionId: id })).toMatchObject({
    error: { code: 'LETTERS_MISSING' },
  })
  workplace.as('teller')
})

test('no word that somebody typed reaches the printer as a command', async () => {
  const hostile = [
    ...NASTY_STRINGS.map((text) => text.slice(0, 200)),
    'Nord \x1b@\x1dV\x00\x10\x14\x01\x1cp Branch',
    '\u001d\u0056',
    '☺☻\u0085\u009b@',
    '§ 12 ¶ 3',
  ]
  const drawn: string[] = []
  const draw: DrawLines = async (lines, width) => {
    drawn.push(...lines.map(({ left }) => left))
    return lines.map(() => ({ width, height: 8, grey: new Uint8Array(width * 8) }))
  }
  for (const name of hostile) {
    const legs = [tillLeg('DEBIT'), customerLeg('CREDIT', { holder: name, label: name })]
    const posting = postingView({ branchName: name, description: name, legs })
    const options = { timeZone: 'UTC', numberFormat: 'POINT_COMMA' as const }
    const lines = receiptRoll(receiptContent(posting, readerCalled(posting, name), options), 48)
    const { odd, cuts } = readPaper(Buffer.from(encodeRoll(await rollParts(lines, '80', draw), '80')))
    expect([odd, cuts], JSON.stringify(name)).toEqual([[], 1])
  }
  expect(drawn.join('')).not.toMatch(/\p{Cc}/u)
})

const states: readonly [string, PrinterBehaviour['state']][] = [
  ['PAPER_OUT', [0x1e, 0x32, 0x12, 0x72]],
  ['COVER_OPEN', [0x1e, 0x16, 0x12, 0x12]],
  ['JAMMED', [0x1e, 0x52, 0x1a, 0x12]],
  ['OFFLINE', [0x1e, 0x12, 0x12, 0x12]],
]

test.each(states)(
  'a printer that says %s is sent nothing, and the next receipt is no copy',
  async (because, state) => {
    const { id } = await posted('Waiting')
    const { answer, papers } = await print(id, { state })
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'PRINTER_NOT_READY', details: { printer: 'Counter', because } },
    })
    expect(papers).toEqual([])
    expect((await print(id)).answer).toMatchObject({ ok: true, value: { isCopy: false } })
  },
)

test('a printer that takes the connection and says nothing is sent nothing', async () => {
  const { answer, papers } = await print((await posted('Silent')).id, { silent: true })
  expect(answer).toMatchObject({ error: { code: 'PRINTER_NOT_READY', details: { because: 'SILENT' } } })
  expect(papers).toEqual([])
})

test.each([
  ['LOST', 'CUT'],
  ['SILENT', 'SILENCE'],
  ['PAPER_OUT', [0x1e, 0x32, 0x12, 0x72]],
  ['COVER_OPEN', [0x1e, 0x16, 0x12, 0x12]],
  ['JAMMED', [0x1e, 0x52, 0x1a, 0x12]],
] as const)(
  'what stops a print in its middle is told as %s, and the next one is a copy',
  async (because, by) => {
    const { id } = await posted('Stopped')
    const { answer } = await print(id, {
      stopsAfter: { bytes: 100, by: typeof by === 'string' ? by : [...by] },
    })
    expect(answer).toMatchObject({ error: { code: 'PRINT_STOPPED', details: { because } } })
    expect((await print(id)).answer).toMatchObject({ ok: true, value: { isCopy: true } })
  },
)

test('paper that ends with the last line is not told as printed', async () => {
  const { answer } = await print((await posted('Last')).id, { end: 0x0c })
  expect(answer).toMatchObject({ error: { code: 'PRINT_STOPPED', details: { because: 'PAPER_OUT' } } })
})

test('a test page fills the columns of its roll', async () => {
  const printer = await escposPrinter({ state: READY })
  const teller = workplace.as('teller')
  for (const [roll, columns] of [
    ['80', 48],
    ['58', 32],
  ] as const) {
    const way = { by: 'ESCPOS' as const, address: printer.address, roll }
    const { id } = await teller.call('printers.add', { name: 'Narrow', way })
    await teller.call('printers.test', { printerId: id })
    await teller.call('printers.remove', { printerId: id })
    const lengths = readPaper(printer.papers().at(-1) ?? Buffer.of()).lines.map((line) => line.length)
    expect(Math.max(...lengths)).toBe(columns)
  }
  await printer.close()
})

test('a printer is chosen for a kind of paper, and forgotten with it', async () => {
  const teller = workplace.as('teller')
  await withPrinter(workplace, {}, async (printerId) => {
    await teller.call('printers.discover', {})
    const { printers, choices } = await teller.call('printers.list', {})
    expect(printers).toMatchObject([{ id: printerId, name: 'Counter', papers: ['RECEIPT'] }])
    expect(choices).toEqual({ RECEIPT: printerId, STATEMENT: null, PROOF: null, PASSBOOK: null })
  })
  const { printers, choices } = await teller.call('printers.list', {})
  expect([printers, choices.RECEIPT]).toEqual([[], null])
})

test.each([
  ['192.168.1.30', { host: '192.168.1.30', port: 9100 }],
  ['counter-3.bank.example:9101', { host: 'counter-3.bank.example', port: 9101 }],
  ['[fe80::1]:9100', { host: 'fe80::1', port: 9100 }],
  ...['', 'a b', 'http://printer', 'printer:0', 'printer:65536', 'printer:', '[printer]', '-x', 'a\nb'].map(
    (typed) => [typed, null] as const,
  ),
] as const)('%j as an address', (typed, address) => {
  expect(addressOf(typed)).toEqual(address)
})
