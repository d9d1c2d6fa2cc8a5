import { expect, test } from '@playwright/test'
import { newAccount } from '../support/accounts.ts'
import { newTransfer } from '../support/postings.ts'
import { setTerms } from './support/aged.ts'
import { launchCounter } from './support/begin.ts'
import { call } from './support/call.ts'
import { picturesOf } from './support/pictures.ts'
import { signInAs } from './support/seed.ts'
import { goTo } from './support/tour.ts'

/** A day of the next year, on which no other terms begin. */
const LATER = `${new Date().getUTCFullYear() + 1}-06-01`

test('two people agree on other terms of a product; a loan that two people agreed on is paid out by its schedule and paid back', async () => {
  const { page, userData, close, customerId, savings } = await launchCounter()
  try {
    const opening = newAccount(customerId, { accountType: 'LOAN', agreedLimit: '5000' })
    const loan = await call(page, 'accounts.open', opening)
    await setTerms(userData, 'Loan USD', { rates: [{ above: '0', rate: '6' }] })

    await signInAs(page, 'supervisor')
    await goTo(page, 'Approvals')
    await page.getByRole('button', { name: 'Approve', exact: true }).click()
    await expect(page.getByText('Approved by Samuel Okafor, and done.')).toBeVisible()
    await goTo(page, 'Products')
    await page.getByRole('row', { name: /^Savings USD/ }).click()
    await page.keyboard.press('e')
    await page.getByLabel('First day').fill(LATER)
    await page.getByLabel('Monthly fee', { exact: true }).fill('2.50')
    await page.getByLabel('Waived from a balance of').fill('1000')
    await picturesOf(page, 'terms')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Savings USD waits for a second person.').first()).toBeVisible()
    await expect(page.getByRole('region', { name: 'Agreed for later' })).toBeHidden()

    await signInAs(page, 'admin')
    await goTo(page, 'Approvals')
    await expect(page.getByText('2.50 USD')).toBeVisible()
    await page.keyboard.press('a')
    await expect(page.getByText('Approved by Astrid Lind, and done.')).toBeVisible()
    await goTo(page, 'Products')
    await page.getByRole('row', { name: /^Savings USD/ }).click()
    await expect(page.getByRole('region', { name: 'Agreed for later' })).toContainText('2.50')

    await signInAs(page, 'supervisor')
    await goTo(page, 'Accounts')
    await page.getByLabel('Account number').first().fill(loan.accountNumber)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Pay the loan out' }).click()
    await page.getByLabel('Amount', { exact: true }).fill('2400')
    await page.getByRole('combobox', { name: 'Onto' }).click()
    await page.getByRole('option', { name: /Savings/ }).click()
    await page.getByLabel('Months').fill('12')
    const due = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
    await page.getByLabel('First instalment due').fill(due)
    await page.keyboard.press('Enter')
    const schedule = page.getByRole('table', { name: 'Schedule' })
    await expect(schedule.getByRole('row')).toHaveCount(13)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Principal owed')).toBeVisible()
    await expect(schedule.getByRole('row')).toHaveCount(13)

    await signInAs(page, 'teller')
    const from = await call(page, 'accounts.find', { accountNumber: savings })
    await call(page, 'postings.postTransfer', newTransfer(from.id, loan.id, { amount: '400.00' }))
    await signInAs(page, 'teller')
    await goTo(page, 'Accounts')
    await page.getByLabel('Account number').first().fill(loan.accountNumber)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('table', { name: 'Payments' })).toContainText('400.00')
    await expect(page.getByText('2,000.00').first()).toBeVisible()
  } finally {
    await close()
  }
})
