import { expect, type Page, test } from '@playwright/test'
import { escposPrinter, type EscposPrinter, READY, readPaper } from '../support/escpos-printer.ts'
import { launchCounter } from './support/begin.ts'
import { withLedger } from './support/books.ts'
import type { Teller } from './support/launch.ts'
import { look } from './support/look.ts'
import { picturesOf } from './support/pictures.ts'
import { goTo } from './support/tour.ts'

/** The counter's printer is added and chosen, and prints a posted slip by its key; without paper it says what to do. */

let printer: EscposPrinter
let teller: Teller
let page: Page
let savings: string
let customerId: string

const preview = () => page.getByRole('dialog', { name: 'Preview' })

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
  await lookAtReceipt()
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

/** The receipt as it will come out, by keys alone; it changes nothing, and the focus is back where it was. */
async function lookAtReceipt() {
  const next = page.getByRole('button', { name: 'Next', exact: true })
  await expect(next).toBeFocused()
  await page.keyboard.press('Control+Shift+P')
  await expect(preview().getByText('As Counter 3 prints it · Roll of 80 mm')).toBeVisible()
  const shown = preview().getByRole('img', { name: 'Page 1 of 1, as it is printed' })
  await expect(shown).toBeVisible()
  const { height = 0 } = (await shown.boundingBox()) ?? {}
  await look(page, 'preview-of-receipt')
  await page.keyboard.press('+')
  await expect.poll(async () => (await shown.boundingBox())?.height ?? 0).toBeGreaterThan(height * 1.2)
  await page.keyboard.press('Escape')
  await expect(preview()).toBeHidden()
  await expect(next).toBeFocused()
  expect(
    printer
      .papers()
      .map(readPaper)
      .flatMap(({ lines }) => lines),
  ).not.toContain('Cash deposit')
}

test('a receipt is printed from its preview, as the copy that it is by then', async () => {
  const sent = printer.papers().length
  await page.keyboard.press('Control+Shift+P')
  await expect(preview().getByRole('img')).toBeVisible()
  await picturesOf(page, 'preview-of-copy')
  await page.keyboard.press('Control+p')
  await expect(preview()).toBeHidden()
  await expect(page.getByText('Printed on Counter 3, as a copy.')).toBeVisible()
  expect(printer.papers()).toHaveLength(sent + 1)
})

test('letters that no font draws are asked about before a receipt leaves or is looked at, by keys alone', async () => {
  const question = page.getByRole('dialog', { name: 'This computer cannot print some letters' })
  const sent = printer.papers().length
  await withLedger(teller.userData, (client) =>
    client.query("UPDATE corex.customers SET last_name = 'မောင်' WHERE id = $1", [customerId]),
  )
  await page.keyboard.press('Control+Shift+P')
  await expect(question).toContainText('It has no font for မောင်')
  await picturesOf(page, 'no-font-in-preview')
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expect(preview().getByText('Nothing is printed or saved yet')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(preview()).toBeHidden()

  await page.keyboard.press('Control+p')
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

test('a statement is looked at page by page before it is saved', async () => {
  await withLedger(teller.userData, (client) =>
    client.query("UPDATE corex.customers SET last_name = 'Eriksson' WHERE id = $1", [customerId]),
  )
  await page.keyboard.press('F8')
  await page.getByRole('button', { name: 'Preview', exact: true }).click()
  await expect(preview().getByText('As it is saved; no printer is chosen for it')).toBeVisible()
  await expect(preview().getByRole('img', { name: 'Page 1 of 1, as it is printed' })).toBeVisible()
  await look(page, 'preview-of-statement')
  await page.setViewportSize({ width: 1280, height: 800 })
  await picturesOf(page, 'preview-of-statement-1280')
  await page.setViewportSize({ width: 1440, height: 900 })
  const saved = page.waitForEvent('download')
  await page.keyboard.press('Control+p')
  expect((await saved).suggestedFilename()).toMatch(/\.pdf$/)
  await expect(page.getByRole('button', { name: 'Preview', exact: true })).toBeFocused()
})
