import { expect, type Page, test } from '@playwright/test'
import { launchCounter } from './support/begin.ts'
import { booksFaults } from './support/books.ts'
import { call } from './support/call.ts'
import { serverOf } from './support/server.ts'
import { goTo } from './support/tour.ts'

/** Types a deposit of 250 at the counter, up to the balance after it. */
async function typeDeposit(page: Page, account: string) {
  await goTo(page, 'Counter')
  await page.getByLabel('Find a customer').waitFor()
  await page.keyboard.press('F4')
  await page.keyboard.type(account)
  await page.keyboard.press('Enter')
  await page.keyboard.type('250')
  await page.getByText('1,768.10').first().waitFor() // the balance after
}

test('a server that is lost while a slip is typed stops posting and nothing else, and comes back by itself', async () => {
  const { page, userData, close, savings } = await launchCounter()
  try {
    const before = await call(page, 'accounts.find', { accountNumber: savings })
    await typeDeposit(page, savings)

    const server = serverOf(userData)
    server.cut()
    try {
      await expect(page.getByText('The server cannot be reached.')).toBeVisible({ timeout: 30_000 })
      await expect(page.getByRole('button', { name: /^Post deposit/ })).toHaveAttribute(
        'aria-disabled',
        'true',
      )
      await page.keyboard.press('Control+Enter')
      await page.keyboard.press('Enter')
      await page.keyboard.type('typed in the dark')
    } finally {
      server.mend()
    }
    await expect(page.getByText('The server cannot be reached.')).toBeHidden({ timeout: 30_000 })
    await expect(page.getByLabel('Amount')).toHaveValue(/^250/)
    await expect(page.getByLabel('Description')).toHaveValue('typed in the dark')

    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: 'Deposit posted' })).toBeVisible()
    const after = await call(page, 'accounts.find', { accountNumber: savings })
    expect(Number(after.ledgerBalance) - Number(before.ledgerBalance)).toBe(250)
    expect(await booksFaults(userData)).toEqual([])
  } finally {
    await close()
  }
})

test('a posting sent to a server that has just frozen says so within seconds, and is posted once when it is back', async () => {
  const { page, userData, close, savings } = await launchCounter()
  try {
    const before = await call(page, 'accounts.find', { accountNumber: savings })
    await typeDeposit(page, savings)
    const server = serverOf(userData)
    server.cut()
    try {
      await page.keyboard.press('Control+Enter')
      // Sooner than the call alone would end, whose own limit is twice as long.
      await expect(page.getByText('The server cannot be reached.').first()).toBeVisible({ timeout: 15_000 })
      await expect(page.getByText('Server not connected')).toBeVisible()
    } finally {
      server.mend()
    }
    await expect(page.getByRole('heading', { name: 'Deposit posted' })).toBeVisible({ timeout: 30_000 })
    const after = await call(page, 'accounts.find', { accountNumber: savings })
    expect(Number(after.ledgerBalance) - Number(before.ledgerBalance)).toBe(250)
    expect(await booksFaults(userData)).toEqual([])
  } finally {
    await close()
  }
})
