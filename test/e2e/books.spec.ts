import { expect, test } from '@playwright/test'
import { addDayOfLastMonth } from './support/aged.ts'
import { launchCounter } from './support/begin.ts'
import { call } from './support/call.ts'
import { signInAs } from './support/seed.ts'
import { goTo } from './support/tour.ts'

test('a supervisor reads the trial balance and the general ledger of a date, checks every entry, saves the journal, and closes last month', async () => {
  const { page, userData, close } = await launchCounter()
  try {
    await addDayOfLastMonth(userData)
    await signInAs(page, 'supervisor')
    const today = (await call(page, 'sessions.get', {})).branch?.businessDate ?? ''
    const before = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10)

    await goTo(page, 'Books')
    const balance = page.getByRole('grid', { name: 'Trial balance' })
    await balance.getByRole('row', { name: /Savings accounts/ }).click()
    const ledger = page.getByRole('region', { name: 'General ledger' })
    await expect(ledger.getByRole('grid')).toContainText('1,518.10')
    await ledger.getByRole('row').nth(1).click()
    await expect(ledger.getByText(/T\d{6}-\d{6}/).first()).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByLabel('At the end of').first().fill(before)
    await page.keyboard.press('Enter')
    await expect(page.getByText('Nothing was posted until then')).toBeVisible()

    const view = (name: string) => page.getByText(name, { exact: true }).first().click()
    await view('Check')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(/^Nothing differed in \d+ entries\.$/)).toBeVisible()
    await view('Export')
    for (const name of ['hledger', 'beancount']) {
      const saved = page.waitForEvent('download')
      await page.getByRole('button', { name: `Save for ${name}` }).click()
      expect((await saved).suggestedFilename()).toMatch(/journal|ledger|beancount/)
    }

    await goTo(page, 'Branch day')
    await page.getByRole('row', { name: /Closed 0/ }).click()
    await expect(page.getByText('To be closed')).toBeVisible()
    await page.getByRole('button', { name: 'Close the month' }).click()
    const asked = page.getByRole('group', { name: 'Close the month' })
    await asked.getByRole('button', { name: 'Close the month' }).click()
    await expect(page.getByText('The month is closed.').first()).toBeVisible()
    await expect(page.getByText('To be closed')).toBeHidden()
  } finally {
    await close()
  }
})
