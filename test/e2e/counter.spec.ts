import { expect, type Page, test } from '@playwright/test'
import { launchCounter } from './support/begin.ts'
import { call } from './support/call.ts'
import type { Teller } from './support/launch.ts'
import { signInAs } from './support/seed.ts'
import { serverOf } from './support/server.ts'
import { goTo } from './support/tour.ts'

/** A branch that writes commas; what a teller sees of amounts, and which account a key acts on. */

let teller: Teller
let page: Page
let savings: string
let current: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  const begun = await launchCounter()
  teller = begun
  page = begun.page
  savings = written(begun.savings)
  current = written(begun.current)
  await signInAs(page, 'admin')
  await call(page, 'branches.change', { numberFormat: 'COMMA_POINT', weekend: [6, 7] })
  await signInAs(page, 'teller')
})
test.afterAll(async () => {
  await teller.close()
})

const written = (number: string) => number.replace(/^(\d{4})(\d{3})/, '$1-$2-')
const amount = () => page.getByLabel('Amount', { exact: true })
const account = () => page.getByLabel('To account', { exact: true })

test('an amount is read in the branch’s format, and what another format would read differently is refused by name', async () => {
  await goTo(page, 'Counter')
  await page.keyboard.press('F4')
  await page.keyboard.type(savings)
  await page.keyboard.press('Enter')
  await page.keyboard.type('12,50')
  await expect(page.getByRole('button', { name: /Post deposit of 12,50 USD/ })).toBeVisible()
  for (const [typed, refusal] of [
    ['1,000', '1,000 could be 1,00 or 1000,00.'],
    ['12.50', '12.50 is written in another number format. If it is 12,50,'],
    ['1k5', 'This is not an amount.'],
    ['€ 5', '€ is not USD.'],
  ] as const) {
    await amount().fill(typed)
    await amount().blur()
    await expect(page.getByText(refusal)).toBeVisible()
  }
  await amount().fill('')
  await amount().press('NumpadDecimal')
  await amount().pressSequentially('5')
  await expect(amount()).toHaveValue(',5')
})

test('a sum is visible, belongs to one visit of the field, and Ctrl+Enter finishes and posts it', async () => {
  await amount().fill('')
  await amount().pressSequentially('100+')
  await expect(page.getByLabel('Calculation: 100,00 +')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByText('The sum does not come to an amount.')).toBeVisible()
  await amount().fill('50')
  await expect(page.getByRole('button', { name: /Post deposit of 50,00 USD/ })).toBeVisible()
  await amount().fill('')
  await amount().pressSequentially('100+50')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Deposit posted' })).toBeVisible()
  await expect(page.getByText('150,00').first()).toBeVisible()
})

test('Next forgets the customer and goes to the search, where Enter takes nobody’s account', async () => {
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('Find a customer')).toBeFocused()
  await expect(page.getByRole('heading', { name: 'Ana Eriksson' })).toHaveCount(0)
  await page.keyboard.press('F4')
  await page.keyboard.press('Enter')
  await expect(account()).toHaveValue('')
})

test('the account whose statement was looked at is the one that F4 and F2 act on', async () => {
  await page.keyboard.press('F2')
  await page.keyboard.type('ana eriksson')
  await page.getByRole('button', { name: /Ana Eriksson/ }).click()
  await page.getByRole('row', { name: new RegExp(current) }).click()
  await page.keyboard.press('F8')
  await page.getByRole('heading', { name: 'Ana Eriksson' }).waitFor()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: `Current ${current}` })).toBeVisible()
  await page.keyboard.press('F4')
  await expect(account()).toHaveValue(current)
  await expect(amount()).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
})

test('typing another name takes the card away, so that list and card never show different people', async () => {
  await page.keyboard.press('F2')
  await page.keyboard.type('tanaka')
  await page.getByRole('button', { name: /Mei Tanaka/ }).waitFor()
  await expect(page.getByRole('heading', { name: 'Ana Eriksson' })).toHaveCount(0)
})

test('in a window of 960 by 600 the button that posts is in sight on every kind of slip', async () => {
  await page.setViewportSize({ width: 960, height: 600 })
  for (const [key, kind] of [
    ['F4', 'deposit'],
    ['F5', 'withdrawal'],
    ['F6', 'transfer'],
  ] as const) {
    await page.keyboard.press(key)
    const post = page.getByRole('button', { name: new RegExp(`^Post ${kind}`) })
    await expect(post).toBeInViewport({ ratio: 1 })
    const height = (await post.boundingBox())?.height ?? 0
    expect(height).toBeGreaterThanOrEqual(48)
  }
  await page.setViewportSize({ width: 1280, height: 720 })
})

test('the whole row chooses an account, and a freeze names account, holder and balance before it is done', async () => {
  await signInAs(page, 'supervisor')
  await goTo(page, 'Customers')
  await page.getByLabel('Find a customer').fill('ana eriksson')
  await page.getByRole('row', { name: /Ana Eriksson/ }).dblclick()
  const row = page.getByRole('row', { name: new RegExp(current) })
  await row.locator('td').last().click()
  await page.getByRole('button', { name: 'Freeze', exact: true }).click()
  await expect(page.getByText(`Current ${current}, Ana Eriksson, balance 300,00 USD`)).toBeVisible()
  await page.keyboard.press('Escape')
})

test('a sum is visible in every amount field, also in the agreed overdraft', async () => {
  await page.keyboard.press('o')
  await page.getByRole('combobox', { name: 'Kind of account' }).fill('Current')
  await page.keyboard.press('Enter')
  await page.getByLabel('Agreed overdraft (optional)').pressSequentially('500+')
  await expect(page.getByLabel('Calculation: 500,00 +')).toBeVisible()
})

test('Ctrl+Enter on Open till is answered although the list of tills is still on its way', async () => {
  // The sum that was typed in the last form is not dropped unasked: the second press leaves.
  await goTo(page, 'Till')
  const server = serverOf(teller.userData)
  server.cut()
  try {
    await goTo(page, 'Till')
    await page.getByLabel('Cash from the vault').fill('250')
    await page.keyboard.press('Control+Enter')
  } finally {
    server.mend()
  }
  await expect(page.getByText(/You hold Till \d/).first()).toBeVisible()
})
