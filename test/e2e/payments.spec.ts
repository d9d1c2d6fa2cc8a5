import { expect, test, type Page } from '@playwright/test'
import { setTerms, WITHDRAWAL_FEE } from './support/aged.ts'
import { launchCounter } from './support/begin.ts'
import { call } from './support/call.ts'
import { picturesOf } from './support/pictures.ts'
import { signInAs } from './support/seed.ts'
import { goTo } from './support/tour.ts'

/** Chooses a CSV file of salaries from an account, as the dialog of the system would. */
async function chooseFile(page: Page, payer: string, name: string, lines: readonly string[]): Promise<void> {
  await page.getByLabel('Account that pays').fill(payer)
  const buffer = Buffer.from(['Account,Name,Amount', ...lines].join('\r\n'))
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer })
}

test('a file of salaries is read, posted, listed with what became of each line, and is not taken twice', async () => {
  const { page, close, savings, current } = await launchCounter()
  try {
    await goTo(page, 'Bulk payments')
    await expect(page.getByLabel('Account that pays')).toBeFocused()
    await picturesOf(page, 'new')
    const lines = [
      `${current},Ana Eriksson,250.00`,
      `${current},Ana Eriksson,"1,500.00"`,
      '4017000001,Nobody,7.00',
    ]
    await chooseFile(page, savings, 'salaries.csv', lines)
    await expect(page.getByText('1 line is wrong and is left out. It is marked in the list.')).toBeVisible()
    await expect(page.getByText('Wrong account number')).toBeVisible()
    await picturesOf(page, 'read')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: 'Done' })).toBeVisible()
    await expect(page.getByText('Only 1,268.10 USD is available on the account.')).toBeVisible()
    await picturesOf(page, 'done')
    for (const format of ['CSV', 'PDF']) {
      const saved = page.waitForEvent('download')
      await page.getByRole('button', { name: format, exact: true }).click()
      expect((await saved).suggestedFilename()).toBe(`payments-salaries-csv.${format.toLowerCase()}`)
    }
    await page.keyboard.press('Control+n')
    await chooseFile(page, savings, 'again.csv', lines)
    await expect(page.getByText(/^Maria Diaz took this file on/)).toBeVisible()
    await expect(page.getByRole('button', { name: /^Post 2 payments/ })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
    await picturesOf(page, 'again')
  } finally {
    await close()
  }
})

test('a file above the limit waits for a supervisor, who sees its sum, fee and hash, and is posted by whoever opens it', async () => {
  const { page, close, userData, savings, current } = await launchCounter()
  try {
    await setTerms(userData, 'Savings USD', { fees: [{ ...WITHDRAWAL_FEE, type: 'TRANSFER' }] })
    const { id } = await call(page, 'accounts.find', { accountNumber: savings })
    // What one account takes in a day without a second person; the second payment will find too little.
    const deposit = { key: crypto.randomUUID(), accountId: id, amount: '45000.00', currency: 'USD' }
    await call(page, 'postings.postDeposit', { ...deposit, description: null })
    await goTo(page, 'Bulk payments')
    await chooseFile(page, savings, 'bonus.csv', [`${current},Ana,30000.00`, `${current},Ana,30000.00`])
    await expect(page.getByText(/The whole file waits for a second person/)).toBeVisible()
    await expect(page.getByText('3.00 USD')).toBeVisible()
    await picturesOf(page, 'with-fee')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: 'Waits' })).toBeVisible()
    await picturesOf(page, 'waits')
    await signInAs(page, 'supervisor')
    await goTo(page, 'Approvals')
    await expect(page.getByRole('heading', { name: 'File of payments' })).toBeVisible()
    await expect(page.getByText('60,000.00 USD')).toBeVisible()
    await expect(page.getByText('3.00 USD')).toBeVisible()
    await picturesOf(page, 'to-decide')
    await page.keyboard.press('a')
    await expect(page.getByText('Approved by Samuel Okafor, and done.')).toBeVisible()
    await goTo(page, 'Bulk payments')
    await page.getByRole('button', { name: /bonus\.csv/ }).click()
    await expect(page.getByRole('heading', { name: 'Under way' })).toBeVisible()
    await picturesOf(page, 'go-on')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: 'Done' })).toBeVisible()
    await expect(page.getByText('Fee posted as')).toBeVisible()
    await picturesOf(page, 'charged')
  } finally {
    await close()
  }
})
