import { expect, type Page, test } from '@playwright/test'
import { pngPicture } from '../support/png.ts'
import { launchCounter } from './support/begin.ts'
import { withLedger } from './support/books.ts'
import type { Teller } from './support/launch.ts'
import { signInAs } from './support/seed.ts'
import { goTo } from './support/tour.ts'

/** What was typed or chosen is asked about before a key, another screen or signing out drops it. */

let teller: Teller
let page: Page
let savings: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  const begun = await launchCounter()
  teller = begun
  ;({ page, savings } = begun)
})
test.afterAll(async () => {
  await teller.close()
})

async function openCustomer(name: string) {
  await goTo(page, 'Customers')
  await page.getByLabel('Find a customer').fill(name)
  await page.getByRole('row', { name: new RegExp(name) }).dblclick()
  await expect(page.getByRole('heading', { name }).first()).toBeVisible()
}

const said = (text: string | RegExp) => expect(page.getByText(text).first()).toBeVisible()

test('a file that was chosen is asked about before a key, another screen or signing out drops it', async () => {
  await openCustomer('Mei Tanaka')
  await page
    .getByRole('button', { name: /Upload (a )?documents?/ })
    .first()
    .click()
  const file = { name: 'front.png', mimeType: 'image/png', buffer: pngPicture(60, 40) }
  await page.locator('input[type=file]').setInputFiles([file])
  const shown = page.getByText('front.png', { exact: true })
  await expect(shown).toBeVisible()
  for (const key of ['F4', 'F2', 'Control+n']) {
    await page.keyboard.press(key)
    await said('The files that you chose are not uploaded. Upload them, or cancel')
    await expect(shown).toBeVisible()
  }
  await goTo(page, 'Till')
  await said('The files that you chose are not uploaded. Press again to leave without them.')
  await expect(shown).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(shown).toBeVisible()
  await goTo(page, 'Till')
  await expect(shown).toBeVisible()
  await goTo(page, 'Till')
  await expect(shown).toBeHidden()
})

test('a change of contact details that is typed is asked about before another panel, screen or customer takes its place', async () => {
  await openCustomer('Ana Eriksson')
  await page.keyboard.press('e')
  const city = page.getByLabel('City')
  await city.fill('Uppsala')
  await page.keyboard.press('F2')
  await said('What you typed here is not saved. Finish it')
  await expect(city).toHaveValue('Uppsala')
  await page.getByRole('button', { name: 'Upload a document' }).click()
  await said('What you typed here is not saved. Press again to leave without it.')
  await expect(city).toHaveValue('Uppsala')
  await goTo(page, 'Till')
  await expect(city).toHaveValue('Uppsala')
  await page.getByRole('button', { name: 'Upload a document' }).click()
  await expect(city).toHaveValue('Uppsala')
  await page.getByRole('button', { name: 'Upload a document' }).click()
  await expect(city).toBeHidden()
  await page.keyboard.press('Escape')
})

test('a reason for a rejection that is typed is asked about before another document takes its place', async () => {
  await signInAs(page, 'supervisor')
  await goTo(page, 'KYC review')
  await page.getByRole('main').getByRole('button', { name: 'Approve' }).waitFor()
  await page.keyboard.press('r')
  const reason = page.getByLabel('Why it is rejected')
  await reason.fill('The picture is of somebody else')
  const other = page.getByRole('list', { name: 'Waiting documents' }).getByRole('button').nth(2)
  await other.click()
  await said('What you typed here is not saved. Press again')
  await expect(reason).toHaveValue('The picture is of somebody else')
  await other.click()
  await expect(reason).toBeHidden()
})

test('the keys by which a browser loads a page again, leaves, closes or looks inside it leave a slip as it was', async () => {
  await signInAs(page, 'teller')
  await goTo(page, 'Counter')
  await page.keyboard.press('F4')
  await page.keyboard.type(savings)
  await page.keyboard.press('Enter')
  await page.keyboard.type('250')
  const amount = page.getByLabel('Amount', { exact: true })
  const loadedAt = await page.evaluate(() => performance.timeOrigin)
  const keys = 'r Shift+r F5 w F4 q Shift+i Shift+j u s'.split(' ').map((key) => `Control+${key}`)
  for (const key of [...keys, 'F11', 'Alt', 'Alt+ArrowLeft', 'Alt+ArrowRight', 'F7'])
    await page.keyboard.press(key)
  await expect(amount).toHaveValue(/^250/)
  expect(teller.app.windows().length).toBe(1)
  expect(await page.evaluate(() => performance.timeOrigin)).toBe(loadedAt)
})

test('a slip that is begun is asked about on another screen before signing out drops it', async () => {
  await goTo(page, 'Journal')
  const signOut = page.getByRole('button', { name: 'Sign out' })
  await signOut.click()
  await said('A slip or a form that you began on another screen is not posted or saved.')
  await goTo(page, 'Counter')
  await expect(page.getByLabel('Amount', { exact: true })).toHaveValue(/^250/)
  await goTo(page, 'Journal')
  await signOut.click()
  await signOut.click()
  await expect(page.getByLabel('Password', { exact: true })).toBeVisible()
  await signInAs(page, 'teller')
  await goTo(page, 'Counter')
  await expect(page.getByLabel('Amount', { exact: true })).toHaveValue('')
})

test('an upgraded database offers a restart, and never over a slip that is begun', async () => {
  const { userData } = teller
  await withLedger(userData, (client) =>
    client.query(`INSERT INTO corex.kysely_migration VALUES ('9998-code', 'x'); NOTIFY corex_schema`),
  )
  const restart = page.getByRole('button', { name: 'Restart for the new version' })
  await expect(restart).toBeVisible()
  await goTo(page, 'Counter')
  await page.keyboard.press('F4')
  await page.keyboard.type(savings)
  await page.keyboard.press('Enter')
  await page.keyboard.type('250')
  await goTo(page, 'Journal')
  await restart.click()
  await said('Something that was typed is not posted or saved yet.')
  await goTo(page, 'Counter')
  await expect(page.getByLabel('Amount')).toHaveValue(/^250/)
})
