import { expect, type Page, test } from '@playwright/test'
import { escposPrinter, type EscposPrinter, READY, readPaper } from '../support/escpos-printer.ts'
import { launchCounter } from './support/begin.ts'
import { withLedger } from './support/books.ts'
import type { Teller } from './support/launch.ts'
import { picturesOf } from './support/pictures.ts'
import { goTo } from './support/tour.ts'

/** The counter's printer is added and chosen, and prints a posted slip by its key; without paper it says what to do. */

let printer: EscposPrinter
let teller: Teller
let page: Page
let savings: string
let customerId: string

test.beforeAll(async () => {
  printer = await escposPrinter()
  const begun = await launchCounter()
  teller = begun
  ;({ savings, customerId } = begun)
  page = teller.page
})
test.describe.configure({ mode: 'serial' })
test.afterAll(async () => {
  await teller.close()
  await printer.close()
})

test('a receipt is printed by its key, and a printer without paper says what to do', async () => {
  await goTo(page, 'Printers')
  await picturesOf(page, 'no-printer')
  await page.getByLabel('Name').fill('Counter 3')
  await page.getByLabel('Address in the network').fill(printer.address)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Print a test page on Counter 3' }).click()
  await expect(page.getByText('The test page is printed on Counter 3.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Receipts' }).click()
  await page.getByRole('option', { name: 'Counter 3' }).click()
  await expect(page.getByRole('combobox', { name: 'Receipts' })).toHaveValue('Counter 3')
  await picturesOf(page, 'printers')

  await goTo(page, 'Counter')
  await page.keyboard.press('F4')
  await page.keyboard.type(savings)
  await page.keyboard.press('Enter')
  await page.keyboard.type('500')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Deposit posted' })).toBeVisible()
  printer.behaviour.state = [0x1e, 0x32, 0x12, 0x72]
  await page.keyboard.press('Control+p')
  await expect(page.getByText('Counter 3 has no paper.')).toBeVisible()
  await picturesOf(page, 'no-paper')
  printer.behaviour.state = READY
  await page.keyboard.press('Control+p')
  await expect(page.getByText('Printed on Counter 3.')).toBeVisible()
  await picturesOf(page, 'printed')
  const paper = readPaper(printer.papers().at(-1) ?? Buffer.of())
  expect(paper.lines).toContain('Cash deposit')
  expect(paper.lines).not.toContain('COPY')
})

test('letters that no font draws are asked about before a receipt leaves, by keys alone', async () => {
  const sent = printer.papers().length
  await withLedger(teller.userData, (client) =>
    client.query("UPDATE corex.customers SET last_name = 'မောင်' WHERE id = $1", [customerId]),
  )
  await page.keyboard.press('Control+p')
  const question = page.getByRole('dialog', { name: 'This computer cannot print some letters' })
  await expect(question).toContainText('It has no font for မောင်')
  await picturesOf(page, 'no-font')
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expect(page.getByText('Nothing is printed or saved yet')).toBeVisible()
  expect(printer.papers()).toHaveLength(sent)

  await page.keyboard.press('Control+p')
  await page.getByRole('button', { name: 'Go on with boxes' }).press('Enter')
  await expect(page.getByText('Printed on Counter 3, as a copy.')).toBeVisible()
  expect(printer.papers()).toHaveLength(sent + 1)
})
