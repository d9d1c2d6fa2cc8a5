import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { newCashPosting } from '../support/postings.ts'
import { launchCounter } from './support/begin.ts'
import { booksFaults } from './support/books.ts'
import { call } from './support/call.ts'
import { launchTeller, type Teller } from './support/launch.ts'
import { PASSWORD, STAFF } from './support/seed.ts'
import { serverOf } from './support/server.ts'
import { goTo } from './support/tour.ts'

/** What a workstation sent and never had answered: whoever signs in next learns what became of it, and what to do with the cash. */

let userData: string
let savings: string
let teller: Teller

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  const begun = await launchCounter()
  teller = begun
  ;({ userData, savings } = begun)
})
test.afterAll(async () => {
  await teller.close()
  rmSync(userData, { recursive: true, force: true })
})

const notes = () => readdirSync(join(userData, 'intents')).filter((file) => file.endsWith('.json'))
const slip = (page: Page) => page.getByRole('dialog', { name: 'Recovery slip' })

async function startAgain(who: 'teller' | 'supervisor'): Promise<Page> {
  teller = await launchTeller({ userData })
  const { page } = teller
  await page.getByLabel('User name').fill(STAFF[who].username, { timeout: 60_000 })
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.keyboard.press('Enter')
  return page
}

test('a withdrawal that is in the ledger, whose answer nobody saw, ends in a slip that says POSTED to whoever signs in', async () => {
  const account = await call(teller.page, 'accounts.find', { accountNumber: savings })
  const input = newCashPosting(account.id, { amount: '120', currency: 'USD', shown: [savings] })
  // As the window sends it, but the window is gone before it could show the answer.
  await teller.page.evaluate(
    (given) =>
      (
        window as unknown as { corex: { invoke(name: string, input: unknown): Promise<unknown> } }
      ).corex.invoke('postings.postWithdrawal', given),
    input,
  )
  await teller.kill()

  const page = await startAgain('supervisor')
  await expect(slip(page).getByText('POSTED', { exact: true })).toBeVisible()
  await expect(slip(page)).toContainText('Hand the cash over if the customer does not have it yet.')
  await expect(slip(page)).toContainText('Cash withdrawal 120.00 USD')
  await expect(slip(page)).toContainText(/T\d{6}-\d{6}/)
  await expect(slip(page)).toContainText(STAFF.teller.fullName)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: `screenshots/recovery-posted-${colorScheme}.png` })
  }
  await page.keyboard.press('Enter') // pressed for something else: it is no answer
  await page.keyboard.press('Escape')
  await expect(slip(page)).toBeVisible()
  const download = page.waitForEvent('download')
  await page.keyboard.press('Control+P')
  expect((await download).suggestedFilename()).toMatch(/^recovery-.*\.pdf$/)
  await page.keyboard.press('Control+Enter')
  await expect(slip(page)).toBeHidden()
  expect(notes()).toEqual([])
})

test('everything killed before the deposit was in the ledger, the slip says NOT POSTED and nothing can post it later', async () => {
  await teller.close()
  const page = await startAgain('teller')
  await goTo(page, 'Counter')
  await page.keyboard.press('F4')
  await page.keyboard.type(savings)
  await page.keyboard.press('Enter')
  await page.keyboard.type('250')
  await expect(page.getByRole('button', { name: 'Post deposit of 250.00 USD' })).toBeVisible()
  await page.getByText('1,518.10').or(page.getByText('1,648.10')).first().waitFor()
  const server = serverOf(userData)
  server.cut()
  await page.keyboard.press('Control+Enter')
  await expect.poll(notes).toHaveLength(1)
  expect(readFileSync(join(userData, 'intents', notes()[0] ?? ''), 'utf8')).toContain('"amount":"250.00"')
  await teller.kill()
  server.kill()

  const after = await startAgain('supervisor')
  await expect(slip(after).getByText('NOT POSTED', { exact: true })).toBeVisible({ timeout: 60_000 })
  await expect(slip(after)).toContainText('Give the cash back to the customer, or post the deposit anew.')
  for (const colorScheme of ['light', 'dark'] as const) {
    await after.emulateMedia({ colorScheme })
    await after.screenshot({ path: `screenshots/recovery-not-posted-${colorScheme}.png` })
  }
  await after.keyboard.press('Control+Enter')
  await expect(slip(after)).toBeHidden()
  expect(notes()).toEqual([])
  expect(await booksFaults(userData)).toEqual([])
})
