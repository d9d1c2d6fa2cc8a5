import { expect, type Page, test } from '@playwright/test'
import { esclServer, type EsclServer } from '../support/escl-server.ts'
import { launchCounter } from './support/begin.ts'
import type { Teller } from './support/launch.ts'
import { picturesOf } from './support/pictures.ts'
import { goTo } from './support/tour.ts'

/** A scanner is added by its address, and the pages of its feeder become one document, also where the paper jams. */

let scanner: EsclServer
let teller: Teller
let page: Page

test.beforeAll(async () => {
  scanner = await esclServer({ sheets: 3 })
  teller = await launchCounter()
  page = teller.page
})
test.afterAll(async () => {
  await teller.close()
  await scanner.close()
})

test('three sheets become one document, and a jam says what to do and keeps what came', async () => {
  await goTo(page, 'Customers')
  await page.getByLabel('Find a customer').fill('tanaka')
  await page.getByRole('row', { name: /Mei Tanaka/ }).dblclick()
  await page
    .getByRole('button', { name: /Upload (a )?documents?/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Set up a scanner' }).click()
  await page.getByLabel('Address of a scanner').fill(scanner.address)
  await picturesOf(page, 'scanners')
  await page.keyboard.press('Enter')
  await page.getByText('Feeder', { exact: true }).click()
  await page.keyboard.press('Control+d')
  const strip = page.getByRole('list', { name: 'Pages of the document' }).getByRole('listitem')
  await expect(strip).toHaveCount(3)
  scanner.behaviour.sheets = 3
  scanner.behaviour.stopsAt = { sheet: 2, feeder: 'ScannerAdfJam' }
  await page.keyboard.press('Control+d')
  await expect(page.getByText('Only 1 page came, and is kept')).toBeVisible()
  await expect(
    page.getByText('The paper is jammed. Take it out, then scan again what is missing.'),
  ).toBeVisible()
  await expect(strip).toHaveCount(4)
  await picturesOf(page, 'jam')
  await page.getByLabel('Number on the document').fill('SCAN-0001')
  await page.getByLabel('Valid until').fill('2035-05-01')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('is uploaded').first()).toBeVisible()
})
