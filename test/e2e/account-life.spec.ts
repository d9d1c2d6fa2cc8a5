import { expect, test, type Page } from '@playwright/test'
import { newAccount } from '../support/accounts.ts'
import { newCashPosting } from '../support/postings.ts'
import { addProduct, addInterest, makeOlder, runDayJobs, setTerms } from './support/aged.ts'
import { launchCounter } from './support/begin.ts'
import { booksFaults } from './support/books.ts'
import { call } from './support/call.ts'
import { signInAs } from './support/seed.ts'
import { goTo } from './support/tour.ts'

const inGroups = (number: string) => number.replace(/^(....)(...)(...)$/, '$1-$2-$3')
const rowOf = (page: Page, number: string) =>
  page.getByRole('row', { name: new RegExp(inGroups(number)) }).first()

async function openAna(page: Page, number: string): Promise<void> {
  await goTo(page, 'Customers')
  await page.getByLabel('Find a customer').fill('Ana Eriksson')
  await page.getByRole('row', { name: /Ana Eriksson/ }).dblclick()
  await rowOf(page, number).getByRole('button').click()
}

test('a dormant account takes a deposit, is reactivated, has its interest settled and is closed; another is opened with a product', async () => {
  const { page, userData, close, customerId } = await launchCounter()
  try {
    const resting = await call(page, 'accounts.open', newAccount(customerId))
    await call(page, 'postings.postDeposit', newCashPosting(resting.id, { amount: '640.00' }))
    await addProduct(userData, 'Savings for the young', '2.25')
    await setTerms(userData, 'Savings USD', { rates: [{ above: '0', rate: '1.5' }], dormantAfter: 12 })
    await makeOlder(userData, resting.accountNumber, 14)
    await runDayJobs(userData)
    await addInterest(userData, resting.accountNumber, 5)
    await signInAs(page, 'teller')

    await openAna(page, resting.accountNumber)
    await expect(rowOf(page, resting.accountNumber)).toContainText('Dormant')
    await expect(page.getByText(/Whoever has seen the customer proposes to reactivate it/)).toBeVisible()
    await page.keyboard.press('F4')
    await page.getByLabel('Amount', { exact: true }).fill('25')
    await expect(page.getByRole('button', { name: 'Post deposit of 25.00 USD' })).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: 'Deposit posted' })).toBeVisible()

    await openAna(page, resting.accountNumber)
    await page.getByRole('button', { name: 'Reactivate' }).click()
    await page.getByLabel('The customer has shown').fill('Passport 93X41K200, valid until 2031')
    await page.getByLabel('Reason').fill('Came to the counter')
    await page.keyboard.press('Control+Enter')
    await expect(
      page.getByText(/The reactivation of account .* waits for a second person\./).first(),
    ).toBeVisible()

    await signInAs(page, 'supervisor')
    await goTo(page, 'Approvals')
    await expect(page.getByText('Passport 93X41K200, valid until 2031')).toBeVisible()
    await page.keyboard.press('a')
    await expect(page.getByText('Approved by Samuel Okafor, and done.').first()).toBeVisible()

    await signInAs(page, 'teller')
    const now = await call(page, 'accounts.find', { accountNumber: resting.accountNumber })
    await openAna(page, resting.accountNumber)
    const closing = page.getByRole('button', { name: 'Close the account', exact: true })
    await closing.first().click()
    await expect(page.getByText('Interest earned up to yesterday, to be paid in first:')).toBeVisible()
    await page.getByRole('button', { name: 'Settle the interest' }).click()
    await expect(page.getByText('Interest earned up to yesterday, to be paid in first:')).toBeHidden()
    const settled = await call(page, 'accounts.find', { accountNumber: resting.accountNumber })
    expect(Number(settled.ledgerBalance)).toBeGreaterThan(Number(now.ledgerBalance))
    const emptied = newCashPosting(resting.id, { amount: settled.ledgerBalance })
    await call(page, 'postings.postWithdrawal', emptied)
    await page.getByLabel('Reason').fill('The customer moves away')
    await page.keyboard.press('Control+Enter')
    await expect(rowOf(page, resting.accountNumber)).toContainText('Closed')

    await page.keyboard.press('o')
    await page.getByRole('combobox', { name: 'Product' }).click()
    await page.getByRole('option', { name: 'Savings for the young' }).click()
    await page.keyboard.press('Control+Enter')
    const opened = await page
      .getByText(/^Savings account .* is open\.$/)
      .first()
      .textContent()
    await rowOf(page, (opened ?? '').replaceAll(/\D/g, ''))
      .getByRole('button')
      .click()
    await page.keyboard.press('F8')
    await expect(page.getByText('2.25 %')).toBeVisible()
    expect(await booksFaults(userData)).toEqual([])
  } finally {
    await close()
  }
})
