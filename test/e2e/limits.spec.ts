import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { launchCounter } from './support/begin.ts'
import { call } from './support/call.ts'
import { launchTeller } from './support/launch.ts'
import { picturesOf } from './support/pictures.ts'
import { PASSWORD, signInAs, STAFF } from './support/seed.ts'
import { preparedFolder } from './support/prepared.ts'
import { startSharedServer } from './support/shared-server.ts'
import { goTo } from './support/tour.ts'

const MOST_KEYS_TO_REVERSE = 6
const MOST_KEYS_BESIDE = 12

/** Holding Control for another key counts as a press. */
const pressesOf = (keys: readonly string[]) => keys.join('+').split('+').length

async function pressAll(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Marks in the page whether a pointer is used from here on. */
const watchPointers = (page: Page) =>
  page.evaluate(() => {
    document.body.dataset['pointers'] = '0'
    addEventListener('pointerdown', () => (document.body.dataset['pointers'] = 'used'), true)
  })

const pointers = (page: Page) => page.evaluate(() => document.body.dataset['pointers'])

/**
 * Undoes what was just posted, with the keys counted. It is above what a teller reverses alone, so the other workstation decides it too, and
 * the screen goes on by itself. Answers the reference of what is undone.
 */
async function reverseByKey(page: Page, office: Page): Promise<string> {
  const announced = await page
    .getByText(/^Posted as T/)
    .first()
    .textContent()
  await watchPointers(page)
  const keys = ['F7', '1', 'Control+Enter']
  await pressAll(page, keys.slice(0, 1))
  await expect(page.getByText('Wrong amount')).toBeVisible()
  await picturesOf(page, 'reason')
  await pressAll(page, keys.slice(1))
  await expect(page.getByText('Nothing is reversed yet. It waits for a second person.')).toBeVisible()
  await picturesOf(page, 'reversal-waits')
  await office.keyboard.press('j')
  await expect(office.getByRole('heading', { name: 'Reversal of a posting' })).toBeVisible()
  await picturesOf(office, 'reversal-to-decide')
  await office.keyboard.press('a')
  await expect(page.getByRole('heading', { name: 'Reversed' })).toBeVisible()
  await expect(page.getByText(/^Reverses/)).toBeVisible()
  await picturesOf(page, 'reversed')
  console.log(`${pressesOf(keys)} key presses to reverse`)
  expect(pressesOf(keys)).toBeLessThanOrEqual(MOST_KEYS_TO_REVERSE)
  expect(await pointers(page)).toBe('0')
  return announced?.replace(/^Posted as /, '') ?? ''
}

/** The teller counts the till, the supervisor counts the same at the other workstation and closes the day there. */
async function closeDay(counter: Page, office: Page, cash: string): Promise<void> {
  const key = crypto.randomUUID()
  const { approvalId } = await call(counter, 'tills.close', { key, counted: cash })
  const { hash } = await call(office, 'approvals.read', { approvalId })
  const decision = { approvalId, hash, passwordHalf: null, counted: cash }
  expect(await call(office, 'approvals.approve', decision)).toMatchObject({ status: 'APPROVED' })
  await goTo(office, 'Branch day')
  await office.getByRole('button', { name: 'Close the day' }).click()
  await picturesOf(office, 'closing')
  await office.getByRole('button', { name: 'Close the day' }).click()
  await expect(office.getByRole('heading', { name: 'Open the next day' })).toBeVisible()
  const printed = office.waitForEvent('download')
  await office.getByRole('button', { name: 'Print the proof' }).click()
  expect(
    readFileSync(await (await printed).path())
      .subarray(0, 5)
      .toString('latin1'),
  ).toBe('%PDF-')
}

/** A withdrawal above what a teller posts alone, by keys; the account holds enough for it. */
async function withdrawAboveLimit(page: Page, accountNumber: string): Promise<void> {
  const { id } = await call(page, 'accounts.find', { accountNumber })
  const key = crypto.randomUUID()
  await call(page, 'postings.postDeposit', {
    key,
    accountId: id,
    amount: '20000.00',
    currency: 'USD',
    description: null,
  })
  await goTo(page, 'Counter')
  await page.getByLabel('Find a customer').waitFor()
  await pressAll(page, ['F5', ...accountNumber.split(''), 'Enter', ...'10500'.split(''), 'Control+Enter'])
  await expect(page.getByRole('heading', { name: 'Waits for approval' })).toBeVisible()
}

test('a withdrawal above the limit waits, is approved at another workstation, reversed by one key, found in the journal, and the day closes with a printed proof', async () => {
  test.slow() // two workstations, and a whole day
  const server = await startSharedServer(await preparedFolder('customers'))
  const counter = await launchCounter(server)
  const { page, savings } = counter
  try {
    const second = await launchTeller({ env: server.env })
    const office = second.page
    try {
      await expect(office.getByRole('heading', { name: 'Sign in' })).toBeVisible()
      await signInAs(office, 'supervisor')
      await goTo(office, 'Approvals')
      await expect(office.getByText('Nothing waits for a second person')).toBeVisible()

      await withdrawAboveLimit(page, savings)
      await expect(page.getByText('Do not hand over cash until it is posted.')).toBeVisible()
      await picturesOf(page, 'waits')
      await expect(office.getByText('Posting above a limit').first()).toBeVisible()
      await picturesOf(office, 'to-decide')
      await office.keyboard.press('a')
      await expect(office.getByText('Approved by Samuel Okafor, and done.')).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Withdrawal posted' })).toBeVisible()
      await picturesOf(page, 'posted')

      const reference = await reverseByKey(page, office)
      await goTo(page, 'Journal')
      await page.getByLabel('Find', { exact: true }).fill(reference)
      await page.getByRole('row', { name: new RegExp(`^\\d+ \\w+ \\d+ ${reference}`) }).click()
      await expect(
        page.getByRole('region', { name: 'Posting', exact: true }).getByText(/^Reversed by/),
      ).toBeVisible()
      await picturesOf(page, 'journal')
      await closeDay(page, office, '33818.10')
      await picturesOf(office, 'closed')
    } finally {
      await second.close()
    }
  } finally {
    await counter.close()
    await server.stop()
  }
})

test('a supervisor signs beside the teller by few presses and the password, and the teller works on', async () => {
  const { page, close, savings } = await launchCounter()
  try {
    await withdrawAboveLimit(page, savings)
    await expect(page.getByRole('button', { name: 'Decide here', exact: true })).toBeVisible()
    await watchPointers(page)
    const keys = ['o', 'Enter']
    await pressAll(page, keys.slice(0, 1))
    await expect(page.getByLabel('Password of whoever decides')).toBeFocused()
    await picturesOf(page, 'beside')
    await page.keyboard.type(PASSWORD)
    await pressAll(page, keys.slice(1))
    await expect(page.getByRole('heading', { name: 'Withdrawal posted' })).toBeVisible()
    console.log(`${pressesOf(keys)} key presses beside the password`)
    expect(pressesOf(keys)).toBeLessThanOrEqual(MOST_KEYS_BESIDE)
    expect(await pointers(page)).toBe('0')
    await picturesOf(page, 'posted-beside')
    await expect(page.getByLabel('Status', { exact: true })).toContainText(STAFF.teller.fullName)
    await page.keyboard.press('Escape')
    await expect(page.getByLabel('Find a customer')).toBeVisible()
  } finally {
    await close()
  }
})
