import { expect, test } from 'vitest'
import { renderReceiptPdf } from '../../electron/print/receipt-pdf.ts'
import { customerLeg, postingView, readerCalled, tillLeg } from '../support/postings.ts'
import { readPdf } from './read-pdf.ts'
import { OPTIONS } from './samples.ts'

const MARIA = readerCalled(postingView(), 'Maria Petrova')

const read = async (...[paid, name]: [ReturnType<typeof postingView>, (string | null)?]) =>
  readPdf(await renderReceiptPdf(paid, name == null ? null : readerCalled(paid, name), OPTIONS))

test('a deposit says what, when, where, by whom, both legs and the balance after', async () => {
  const { text, title, sizes } = await read(postingView(), 'Maria Petrova')
  expect(sizes).toEqual([[298, 420]])
  expect(title).toBe('Receipt T261123-000001')
  const facts = [
    'Central Branch',
    'Cash deposit',
    'T261123-000001',
    '23 Nov 2026',
    '23 Nov 2026, 15:05 +02:00',
  ]
  const legs = ['Debit', '4017-000-003 Till 3', 'Credit', '4017-220-912 Savings account', 'EUR 1,704.50']
  for (const fact of [...facts, ...legs, 'Ivan Kolev', 'Maria Petrova', '500.00', 'EUR', 'Balance after'])
    expect(text.split('\n')).toContain(fact)
  expect(text).not.toContain('signature')
})

test('the balance of the till is not printed', async () => {
  const { text } = await read(postingView())
  expect(text).toContain('Till 3')
  expect(text).not.toMatch(/7[67],500/)
})

test('a withdrawal is signed for', async () => {
  const legs = [customerLeg('DEBIT'), tillLeg('CREDIT')] as const
  const { text } = await read(postingView({ transactionType: 'WITHDRAWAL', legs: [...legs] }))
  expect(text).toContain('Cash withdrawal')
  expect(text).toContain('Customer’s signature')
})

test('what is drawn says who signed: whoever is named, or else the holder; a deposit and what the system draws were not signed', async () => {
  const legs = [customerLeg('DEBIT'), tillLeg('CREDIT')]
  const drawn = postingView({ transactionType: 'WITHDRAWAL', legs })
  expect((await read(drawn)).text).toMatch(/Signed by\nMaria Petrova/)
  expect((await read({ ...drawn, signers: ['Jon Dahl', 'Kim Hult'] })).text).toContain('Jon Dahl, Kim Hult')
  const job = { ...drawn.actor, kind: 'JOB' as const, causeType: 'JOB' }
  for (const other of [postingView(), { ...drawn, actor: job }])
    expect((await read(other)).text).not.toContain('Signed by')
})

const toGeorge = customerLeg('CREDIT', {
  accountId: '00000000-0000-4000-8000-000000000008',
  accountNumber: '4017000011',
  holder: 'Γιώργος Παπαδόπουλος',
  ledgerBefore: '61.00',
  ledgerAfter: '561.00',
})
const transfer = postingView({ transactionType: 'TRANSFER', legs: [customerLeg('DEBIT'), toGeorge] })

test.each([
  ['Maria Petrova', 'EUR 704.50', 'EUR 561.00'],
  [null, 'EUR 704.50', 'EUR 561.00'],
  ['Γιώργος Παπαδόπουλος', 'EUR 561.00', 'EUR 704.50'],
])('of a transfer between two people %s sees one balance', async (name, seen, hidden) => {
  const { text } = await read(transfer, name)
  expect(text).toContain('Γιώργος Παπαδόπουλος')
  expect(text).toContain(seen)
  expect(text).not.toContain(hidden)
})

test('of a transfer between two people of one name each sees one balance', async () => {
  const legs = [customerLeg('DEBIT'), { ...toGeorge, holder: 'Maria Petrova' }]
  const reader = { name: 'Maria Petrova', accountIds: [customerLeg('DEBIT').accountId] }
  const { text } = await readPdf(await renderReceiptPdf({ ...transfer, legs }, reader, OPTIONS))
  expect(text).toContain('EUR 704.50')
  expect(text).not.toContain('EUR 561.00')
})

test('a transfer between accounts of one person shows both balances', async () => {
  const own = { ...toGeorge, holder: 'Maria Petrova' }
  const { text } = await read({ ...transfer, legs: [customerLeg('DEBIT'), own] }, 'Maria Petrova')
  expect(text).toContain('EUR 704.50')
  expect(text).toContain('EUR 561.00')
})

test('of a loan it says what is owed, after a repayment and after a drawing', async () => {
  const repaid = customerLeg('CREDIT', { label: 'Loan', ledgerBefore: '8250.00', ledgerAfter: '7750.00' })
  const afterRepayment = await read(postingView({ legs: [tillLeg('DEBIT'), repaid] }))
  expect(afterRepayment.text).toContain('Owed after')
  expect(afterRepayment.text).not.toContain('Balance after')
  const drawn = customerLeg('DEBIT', { label: 'Loan', ledgerBefore: '0.00', ledgerAfter: '500.00' })
  const afterDrawing = await read(
    postingView({ transactionType: 'WITHDRAWAL', legs: [drawn, tillLeg('CREDIT')] }),
  )
  expect(afterDrawing.text).toContain('Owed after')
})

test('a transaction that is not completed is not printed as a proof of payment', async () => {
  expect((await read(postingView({ status: 'CANCELLED' }))).text).toContain('No proof of payment')
  expect((await read(postingView())).text).not.toContain('proof')
})

test('an amount in a currency without decimals is printed without', async () => {
  const inYen = { ledgerBefore: '1200.00', ledgerAfter: '1700.00' }
  const legs = [tillLeg('DEBIT'), customerLeg('CREDIT', inYen)] as const
  const { text } = await read(postingView({ currency: 'JPY', legs: [...legs] }))
  expect(text.split('\n')).toEqual(expect.arrayContaining(['500', 'JPY 1,700']))
})

test('the longest of everything stays on one page, inside its margins and above the signature', async () => {
  const name = 'Wolfeschlegelsteinhausenbergerdorff '.repeat(6)
  const most = { amount: '9999999999999.99', label: 'Savings '.repeat(10), holder: name }
  const paid = postingView({
    transactionType: 'WITHDRAWAL',
    status: 'CANCELLED',
    amount: '9999999999999.99',
    branchName: name,
    actor: { kind: 'PERSON', person: name, causeType: 'INTENT', cause: null },
    description: 'Wide, '.repeat(33),
    legs: [customerLeg('DEBIT', most), customerLeg('CREDIT', most)],
  })
  const { pages } = await read(paid, name)
  expect(pages).toHaveLength(1)
  const words = pages[0] ?? []
  const signature = words.find((word) => word.text.includes('signature'))?.baseline ?? 0
  for (const word of words.filter(({ text }) => !text.includes('signature'))) {
    expect(word.baseline).toBeGreaterThan(signature + 30)
    expect(word.right).toBeLessThanOrEqual(298 - 23)
  }
})

const lines = async (address: string | null) => {
  const pdf = await renderReceiptPdf(postingView(), MARIA, { ...OPTIONS, address })
  return (await readPdf(pdf)).text.split('\n')
}

test('the address of the branch stands beneath its name, and nothing where it has none', async () => {
  const without = await lines(null)
  const [name, ...rest] = without
  expect(await lines('Hafenweg 3, Nordstadt')).toEqual([name, 'Hafenweg 3, Nordstadt', ...rest])
})

test('the same posting printed at the same moment gives the same bytes', async () => {
  const first = await renderReceiptPdf(postingView(), MARIA, OPTIONS)
  const second = await renderReceiptPdf(postingView(), MARIA, OPTIONS)
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
  expect(Buffer.from(first).toString('latin1')).not.toMatch(/node_modules|\.ttf/)
})

test('amounts are printed in the number format of the branch', async () => {
  const paper = await renderReceiptPdf(postingView(), MARIA, {
    ...OPTIONS,
    numberFormat: 'COMMA_POINT',
  })
  const { text } = await readPdf(paper)
  expect(text.split('\n')).toContain('EUR 1.704,50')
  expect(text).toContain('500,00')
  expect(text).not.toContain('500.00')
})

const wordsOf = async (isCopy: boolean) => {
  const paper = await renderReceiptPdf(postingView(), MARIA, { ...OPTIONS, isCopy })
  return (await readPdf(paper)).text.split('\n').toSorted()
}

test('a receipt that was printed before says that this one is a copy, and is otherwise the same', async () => {
  const [first, copy] = [await wordsOf(false), await wordsOf(true)]
  expect(first).not.toContain('COPY')
  expect(copy).toEqual([...first, 'COPY'].toSorted())
})
