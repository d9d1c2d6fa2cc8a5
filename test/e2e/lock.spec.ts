import { expect, type Page, test } from '@playwright/test'
import { launchCounter } from './support/begin.ts'
import type { Teller } from './support/launch.ts'
import { PASSWORD, signInAs, STAFF } from './support/seed.ts'
import { goTo } from './support/tour.ts'

/** A teller who goes away: the window locks by itself, nobody reaches what lies beneath, and the next person finds nothing of it. */

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

const unlock = () => page.getByRole('button', { name: 'Unlock' })
const amount = () => page.getByLabel('Amount', { exact: true })

test('after five minutes without a key the window locks by itself, and not before', async () => {
  await goTo(page, 'Counter')
  await page.keyboard.press('F4')
  await page.keyboard.type(savings)
  await page.keyboard.press('Enter')
  await page.clock.install()
  await page.keyboard.type('250')
  await page.clock.fastForward(299_000)
  await page.keyboard.press('Shift') // any key is somebody who works
  await page.clock.fastForward(299_000)
  await expect(unlock()).toBeHidden()
  await page.clock.fastForward(2_000)
  await expect(unlock()).toBeVisible()
  await page.clock.resume()
})

test('what lies beneath the lock is not reached by key, mouse or script, and nothing is posted', async () => {
  await expect(amount()).toHaveValue(/^250/)
  for (let press = 0; press < 30; press += 1) {
    await page.keyboard.press('Tab')
    expect(await focusIsBeneath(page)).toBe(false)
  }
  await amount().evaluate((field: HTMLElement) => field.focus())
  expect(await focusIsBeneath(page)).toBe(false)
  for (const key of ['F2', 'F5', 'Control+K', 'Control+Enter']) await page.keyboard.press(key)
  await expect(page.getByRole('heading', { name: 'Deposit posted' })).toHaveCount(0)
  await expect(amount()).toHaveValue(/^250/)
  await expect(unlock()).toBeVisible()
})

test('a wrong password is refused without a word of a user name, and the field stays where it is', async () => {
  const field = page.getByRole('textbox', { name: 'Password' })
  const before = await field.boundingBox()
  await field.fill('not the password')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The password is not right')).toBeVisible()
  await expect(page.getByText('User name')).toBeHidden()
  expect(await field.boundingBox()).toEqual(before)
})

test('the person who unlocks finds the work as it was', async () => {
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(unlock()).toBeHidden()
  await expect(page.getByRole('button', { name: /Post deposit of 250/ })).toBeVisible()
  await expect.poll(() => focusIsBeneath(page)).toBe(true) // from then on keys reach it again
})

test('what a screen reader was told is gone as soon as the window locks', async () => {
  const told = page.locator('[aria-live=polite]').filter({ hasText: /Posted as T\d{6}-\d+/ })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Deposit posted' })).toBeVisible()
  await expect(told).toHaveCount(1)
  await page.keyboard.press('Control+L')
  await expect(unlock()).toBeVisible()
  await expect(told).toHaveCount(0)
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(unlock()).toBeHidden()
})

test('the window locks with the computer, before it sleeps or shuts down, and once nobody has touched it, whatever its page does', async () => {
  for (const event of ['lock-screen', 'suspend', 'shutdown', 'idle']) {
    await page.getByRole('button', { name: 'Unlock' }).waitFor({ state: 'hidden' })
    await teller.app.evaluate(({ powerMonitor }, name) => {
      const told = [300]
      if (name === 'idle') powerMonitor.getSystemIdleTime = () => told.pop() ?? 0
      else powerMonitor.emit(name)
    }, event)
    await expect(unlock()).toBeVisible()
    await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
    await page.keyboard.press('Enter')
    await expect(unlock()).toBeHidden()
  }
})

test('the next person who signs in finds no customer and no slip of the one before', async () => {
  await page.keyboard.press('F2')
  await page.keyboard.type('eriks')
  await page.getByRole('button', { name: /Ana Eriksson/ }).click()
  await expect(page.getByRole('heading', { name: 'Ana Eriksson' })).toBeVisible()
  await signInAs(page, 'supervisor')
  await expect(page.getByText(STAFF.supervisor.fullName)).toBeVisible()
  await goTo(page, 'Counter')
  await expect(page.getByText('Ana Eriksson')).toBeHidden()
  await expect(amount()).toHaveValue('')
})

/** Whether the focus is in the work, which the lock covers. */
const focusIsBeneath = (of: Page) =>
  of.evaluate(() => document.querySelector('#work')?.contains(document.activeElement) ?? false)
