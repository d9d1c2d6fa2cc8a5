import { fileURLToPath } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import { launchSignedOut, openCustomer, openUpload, signInByHand } from './support/by-hand.ts'
import type { Teller } from './support/launch.ts'
import { goTo } from './support/tour.ts'

/** A passport is photographed, read, and altered by hand; the reviewer sees what was read and what was typed. */

const PASSPORT = fileURLToPath(new URL('../mrz/photographs/ordinary-3.jpg', import.meta.url))

let teller: Teller
let page: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  teller = await launchSignedOut()
  page = teller.page
})
test.afterAll(async () => {
  await teller.close()
})

const number = () => page.getByLabel('Number on the document')

test('the form fills itself from the photograph of a passport, and says what vouches for each value', async () => {
  await signInByHand(page, 'teller')
  await openCustomer(page, 'tanaka', 'Mei Tanaka')
  await openUpload(page)
  await page.locator('input[type=file]').setInputFiles(PASSPORT)
  await expect(number()).toHaveValue('TIPJ8GYGI')
  await expect(page.getByRole('combobox', { name: 'Issued by' })).toHaveValue('United States')
  await expect(page.getByText('its check digit agrees')).toHaveCount(2)
  await expect(page.getByText('nothing vouches for it')).toHaveCount(1)
})

test('what a person types stays, and the difference is said', async () => {
  await number().fill('TIPJ8GYG1')
  await expect(page.getByText('The document reads TIPJ8GYGI. The reviewer sees both.')).toBeVisible()
  await page
    .getByRole('button', { name: /^Upload/ })
    .last()
    .click()
  await expect(page.getByText('is uploaded and waits for approval').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Sign out' }).click()
})

test('the reviewer sees what was read beside what was typed', async () => {
  await signInByHand(page, 'supervisor')
  await goTo(page, 'KYC review')
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Mei Tanaka' })
    .filter({ hasText: 'Passport' })
    .last()
    .click()
  const facts = page.getByRole('region', { name: 'Read from the document' })
  await expect(facts.getByText('TIPJ8GYGI')).toBeVisible()
  await expect(facts.getByText('On file: TIPJ8GYG1')).toBeVisible()
  await expect(facts.getByText(/values? differs? from what is on file/)).toBeVisible()
})
