import { expect, test } from '@playwright/test'
import { launchCounter } from './support/begin.ts'
import { look } from './support/look.ts'
import { signInAs } from './support/seed.ts'
import { goTo } from './support/tour.ts'

test('a teller holds an amount on the customer’s page, the account says so, and a supervisor releases it', async () => {
  test.setTimeout(600_000)
  const { page, close } = await launchCounter()
  const openAna = async () => {
    await goTo(page, 'Customers')
    await page.getByLabel('Find a customer').fill('Ana Eriksson')
    await page.getByRole('row', { name: /Ana Eriksson/ }).dblclick()
    await page.getByRole('button', { name: 'Holds' }).click()
  }
  try {
    await openAna()
    await expect(page.getByText('Nothing is held of this account.')).toBeVisible()
    await page.getByLabel('Amount to hold').fill('200')
    await page.getByLabel('Reason').fill('Court order 17/2026')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(/The amount on account .* is held\./).first()).toBeVisible()
    await expect(page.getByText('1,318.10').first()).toBeVisible()
    await signInAs(page, 'supervisor')
    await openAna()
    const row = page.getByRole('row', { name: /Court order/ })
    await expect(row).toContainText('200.00')
    await look(page, 'holds')
    await row.getByRole('button', { name: /Release the hold/ }).click()
    await page.getByLabel('Why it is released').fill('Order lifted')
    await look(page, 'release')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('The hold is released.').first()).toBeVisible()
    await expect(page.getByText('1,518.10').first()).toBeVisible()
  } finally {
    await close()
  }
})
