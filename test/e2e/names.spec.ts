import { expect, type Locator, type Page, test } from '@playwright/test'
import { newAccount } from '../support/accounts.ts'
import { newCashPosting } from '../support/postings.ts'
import { launchCounter } from './support/begin.ts'
import { withLedger } from './support/books.ts'
import { call } from './support/call.ts'
import type { Teller } from './support/launch.ts'
import { goTo } from './support/tour.ts'

/** A customer with a long Arabic name and hundreds of accounts: what is read of them, and how long a key takes. */

const FIRST = 'عبد الرحمن محمد مصطفى'
const LAST = 'عبد العزيز بن عبد الله الهاشمي القرشي الحسيني'
const DESCRIPTION = 'إيجار الشقة رقم اثني عشر في شارع الملك عبد العزيز عن شهر نوفمبر وشهر ديسمبر من هذه السنة'

let teller: Teller
let page: Page
let savings: string
let current: string
let customerId: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  const begun = await launchCounter()
  teller = begun
  ;({ page, customerId } = begun)
  savings = written(begun.savings)
  current = written(begun.current)
  await withLedger(teller.userData, (client) =>
    client.query('UPDATE corex.customers SET first_name = $1, last_name = $2 WHERE id = $3', [
      FIRST,
      LAST,
      customerId,
    ]),
  )
})
test.afterAll(async () => {
  await teller.close()
})

const written = (number: string) => number.replace(/^(\d{4})(\d{3})/, '$1-$2-')

/** Whether an end of a text is drawn inside every box that cuts what is too long for it. */
const isSeen = (text: Locator, end: 'first' | 'last') =>
  text.evaluate((element, which) => {
    const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()
    if (!(node instanceof Text)) throw new Error('No text')
    const at = which === 'first' ? 0 : node.length - 1
    const range = document.createRange()
    range.setStart(node, at)
    range.setEnd(node, at + 1)
    const letter = range.getBoundingClientRect()
    for (let box: Element | null = element; box !== null; box = box.parentElement) {
      const { left, right, top, bottom } = box.getBoundingClientRect()
      const inside =
        letter.left >= left - 1 &&
        letter.right <= right + 1 &&
        letter.top >= top - 1 &&
        letter.bottom <= bottom + 1
      if (getComputedStyle(box).overflowX !== 'visible' && !inside) return false
    }
    return true
  }, end)

test('before posting the whole name stands at both accounts of a transfer, however long it is', async () => {
  await goTo(page, 'Counter')
  await page.keyboard.press('F6')
  await page.keyboard.type(savings)
  await page.keyboard.press('Enter')
  await page.keyboard.type(current)
  await page.keyboard.press('Enter')
  const names = page
    .locator('form')
    .or(page.getByRole('region'))
    .locator('.mantine-InputWrapper-description bdi')
  await expect(names).toHaveText([`${FIRST} ${LAST}`, `${FIRST} ${LAST}`])
  for (const size of [
    { width: 1280, height: 720 },
    { width: 960, height: 600 },
  ]) {
    await page.setViewportSize(size)
    for (const name of await names.all()) {
      await name.scrollIntoViewIfNeeded()
      expect(await isSeen(name, 'first')).toBe(true)
      expect(await isSeen(name, 'last')).toBe(true)
    }
  }
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
})

test('a name that is too long for a list is cut at the end of its reading direction', async () => {
  await page.setViewportSize({ width: 960, height: 600 })
  await goTo(page, 'Customers')
  await page.getByLabel('Find a customer').fill(FIRST)
  const name = page.getByRole('row').locator('bdi', { hasText: LAST }).first()
  await expect(name).toBeVisible()
  expect(await isSeen(name, 'last')).toBe(false)
  expect(await isSeen(name, 'first')).toBe(true)
})

test('a description is whole where there is room, and else cut at the end of its reading direction', async () => {
  const { id } = await call(page, 'accounts.find', { accountNumber: savings })
  await call(page, 'postings.postDeposit', newCashPosting(id, { amount: '5.00', description: DESCRIPTION }))
  await goTo(page, 'Accounts')
  await page.getByLabel('Account number').fill(savings)
  await page.keyboard.press('Enter')
  const arabic = page.getByRole('row').locator('bdi', { hasText: DESCRIPTION })
  const rent = page.getByRole('row').locator('bdi', { hasText: 'Rent for November' })
  await expect(arabic).toBeVisible()
  for (const size of [
    { width: 1280, height: 720 },
    { width: 960, height: 600 },
  ]) {
    await page.setViewportSize(size)
    expect(await isSeen(rent, 'last')).toBe(true)
    expect(await isSeen(arabic, 'first')).toBe(true)
  }
  await page.setViewportSize({ width: 1280, height: 720 })
})

/** The accounts that are drawn again while an arrow key chooses another one: to draw one, its number is written in groups. */
const drawnByArrowKey = () =>
  page.getByRole('grid', { name: 'Accounts' }).evaluate(async (grid) => {
    const drawn = new Set<string>()
    const { prototype } = String
    const original = Object.getOwnPropertyDescriptor(prototype, 'replace') ?? {}
    const counting = function (this: string, ...given: unknown[]) {
      if (/^\d{10,}$/.test(this)) drawn.add(this.valueOf())
      return Reflect.apply(original.value as () => string, this, given)
    }
    Object.defineProperty(prototype, 'replace', { ...original, value: counting })
    const chosen = () => grid.querySelector<HTMLElement>('tr[aria-selected="true"]')
    const before = chosen()
    before?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }))
    // React draws what a key changes in a microtask, and what follows from it before the second frame.
    for (let frame = 0; frame < 2; frame += 1)
      await new Promise((drawnAgain) => requestAnimationFrame(drawnAgain))
    Object.defineProperty(prototype, 'replace', original)
    if (chosen() === before) throw new Error('The key chose nothing')
    return drawn.size
  })

test('with five hundred accounts of one customer an arrow key draws only those that it changes', async () => {
  for (let count = 0; count < 498; count += 1) await call(page, 'accounts.open', newAccount(customerId))
  await goTo(page, 'Counter')
  await page.keyboard.press('F2')
  await page.keyboard.type(FIRST)
  await page.keyboard.press('Enter')
  const rows = page.getByRole('grid', { name: 'Accounts' }).getByRole('row')
  await expect(rows).toHaveCount(501)
  await page.getByRole('grid', { name: 'Accounts' }).locator('tr[tabindex="0"]').focus()
  const drawn = await drawnByArrowKey()
  expect(drawn).toBeGreaterThan(0)
  expect(drawn).toBeLessThan(5)
})
