import { fileURLToPath } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import { launchCounter } from './support/begin.ts'
import { call } from './support/call.ts'
import type { Teller } from './support/launch.ts'
import { PASSWORD, STAFF } from './support/seed.ts'
import { goTo } from './support/tour.ts'

/** A passport is photographed, read, and altered by hand; the reviewer sees what was read and what was typed. */

const PASSPORT = fileURLToPath(new URL('../mrz/photographs/ordinary-3.jpg', import.meta.url))

let teller: Teller
let page: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  teller = await launchCounter()
  page = teller.page
  await call(page, 'sessions.signOut', {})
  await page.reload()
})
test.afterAll(async () => {
  await teller.close()
})

async function signIn({ username }: { readonly username: string }) {
  await page.getByLabel('User name').fill(username)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.keyboard.press('Enter')
}

const number = () => page.getByLabel('Number on the document')

test('the form fills itself from the photograph of a passport, and says what vouches for each value', async () => {
  await signIn(STAFF.teller)
  await goTo(page, 'Customers')
  await page.getByLabel('Find a customer').fill('tanaka')
  await page.getByRole('row', { name: /Mei Tanaka/ }).dblclick()
  await page
    .getByRole('button', { name: /Upload (a )?documents?/ })
    .first()
    .click()
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
  await signIn(STAFF.supervisor)
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
