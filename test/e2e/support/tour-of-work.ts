import type { Page } from '@playwright/test'
import { newAccount } from '../../support/accounts.ts'
import { newCashPosting } from '../../support/postings.ts'
import {
  addDayOfLastMonth,
  addInterest,
  addProduct,
  makeOlder,
  runDayJobs,
  setTerms,
  WITHDRAWAL_FEE,
} from './aged.ts'
import { launchCounter } from './begin.ts'
import { call } from './call.ts'
import { type Seeded, signInAs } from './seed.ts'
import { goTo, heading, type Visit } from './tour.ts'

type Branch = { readonly page: Page; readonly visit: Visit; readonly userData: string }
type Accounts = {
  readonly savings: string
  readonly current: string
  readonly resting: string
  readonly loan: string
}

/** Visits what a branch shows in the middle of its work: fees, what waits, counts, holds, loans, the month and the books. */
export async function tourOfWork(visit: Visit): Promise<void> {
  const { close, ...teller } = await launchCounter()
  const branch = { page: teller.page, visit, userData: teller.userData }
  try {
    await branch.page.setViewportSize({ width: 1440, height: 900 })
    const accounts = await seedWork(branch, teller)
    await slips(branch, accounts)
    await payments(branch, accounts)
    await theCustomer(branch, accounts)
    await theSupervisor(branch, accounts)
    await count(branch)
    await recovery(branch, accounts)
  } finally {
    await close()
  }
}

/** Beside the customers: a product to choose, a fee, a dormant account with interest, and a loan that two people agreed on. */
async function seedWork(
  { page, userData }: Branch,
  { customerId, savings, current }: Seeded,
): Promise<Accounts> {
  const resting = await call(page, 'accounts.open', newAccount(customerId))
  await call(page, 'postings.postDeposit', newCashPosting(resting.id, { amount: '640.00' }))
  const loan = newAccount(customerId, { accountType: 'LOAN', agreedLimit: '5000' })
  const { accountNumber } = await call(page, 'accounts.open', loan)
  await signInAs(page, 'supervisor')
  const waiting = await call(page, 'approvals.list', { waiting: true })
  for (const { id: approvalId } of waiting.approvals) {
    const { hash } = await call(page, 'approvals.read', { approvalId })
    await call(page, 'approvals.approve', { approvalId, hash, passwordHalf: null })
  }
  await addProduct(userData, 'Savings for the young', '2.25')
  await setTerms(userData, 'Loan USD', { rates: [{ above: '0', rate: '6' }] })
  await setTerms(userData, 'Savings USD', { rates: [{ above: '0', rate: '1.5' }], dormantAfter: 12 })
  await makeOlder(userData, resting.accountNumber, 14)
  await runDayJobs(userData)
  await addInterest(userData, savings, 5)
  const fees = [WITHDRAWAL_FEE]
  await setTerms(userData, 'Savings USD', { rates: [{ above: '0', rate: '1.5' }], dormantAfter: 12, fees })
  await addDayOfLastMonth(userData)
  await signInAs(page, 'teller')
  return { savings, current, resting: resting.accountNumber, loan: accountNumber }
}

/** The slips that are not a deposit: a transfer, a fee, and what waits for a second person, who signs beside the teller. */
async function slips({ page, visit }: Branch, { savings, current }: Accounts): Promise<void> {
  const type = async (...parts: string[]) => {
    for (const part of parts) {
      await page.keyboard.type(part)
      await page.keyboard.press('Enter')
    }
  }
  await goTo(page, 'Counter')
  await page.getByLabel('Find a customer').waitFor()
  await page.keyboard.press('F6')
  await type(savings, current, '120')
  await page.getByRole('button', { name: 'Post transfer of 120.00 USD' }).waitFor()
  await visit(page, 'counter-transfer')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F5')
  await type(savings, '200')
  await page.getByText('Fee,').waitFor()
  await visit(page, 'counter-fee')
  const { id } = await call(page, 'accounts.find', { accountNumber: savings })
  await call(page, 'postings.postDeposit', newCashPosting(id, { amount: '20000.00' }))
  await page.getByLabel('Amount', { exact: true }).fill('10500')
  await page.keyboard.press('Control+Enter')
  await heading(page, 'Waits for approval')
  await visit(page, 'counter-waits')
  await page.keyboard.press('o')
  await page.getByLabel('Password of whoever decides').waitFor()
  await visit(page, 'counter-override')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
}

async function payments({ page, visit }: Branch, { savings, current }: Accounts): Promise<void> {
  const choose = async (name: string, lines: readonly string[]) => {
    await page.getByLabel('Account that pays').fill(current)
    const buffer = Buffer.from(['Account,Name,Amount', ...lines].join('\r\n'))
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer })
  }
  await goTo(page, 'Bulk payments')
  await choose('salaries.csv', [`${savings},Ana Eriksson,250.00`, '4017000001,Nobody,7.00'])
  await page.getByText('Wrong account number').waitFor()
  await visit(page, 'payments-errors')
  await choose('bonus.csv', [`${savings},Ana Eriksson,30000.00`, `${savings},Ana Eriksson,30000.00`])
  await page.getByText(/The whole file waits/).waitFor()
  await page.keyboard.press('Control+Enter')
  await heading(page, 'Waits')
  await visit(page, 'payments-waits')
}

const openCustomer = async (page: Page) => {
  await goTo(page, 'Customers')
  await page.getByLabel('Find a customer').fill('Ana Eriksson')
  await page.getByRole('row', { name: /Ana Eriksson/ }).dblclick()
  await heading(page, 'Ana Eriksson')
}

const hyphenated = (number: string) => number.replace(/^(....)(...)(...)$/, '$1-$2-$3')
const account = (page: Page, number: string) =>
  page.getByRole('button', { name: new RegExp(hyphenated(number)) }).first()

/** What is asked on a customer's page. */
async function theCustomer({ page, visit }: Branch, { savings, resting }: Accounts): Promise<void> {
  await openCustomer(page)
  await page.keyboard.press('o')
  await page.getByRole('combobox', { name: 'Product' }).click()
  await page.getByRole('option', { name: 'Savings for the young' }).click()
  await visit(page, 'account-open')
  await page.keyboard.press('Escape')
  await account(page, savings).click()
  await page.getByRole('button', { name: /^Holds/ }).click()
  await page.getByLabel('Amount to hold').fill('200')
  await page.getByLabel('Reason').fill('Court order 17/2026')
  await page.keyboard.press('Control+Enter')
  await page
    .getByText(/The amount on account .* is held\./)
    .first()
    .waitFor()
  await page.getByRole('button', { name: /^Holds/ }).click()
  await page.getByRole('row', { name: /Court order/ }).waitFor()
  await visit(page, 'holds')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Close the account/ }).click()
  await page.getByRole('button', { name: 'Settle the interest' }).waitFor()
  await visit(page, 'account-close')
  await page.keyboard.press('Escape')
  await account(page, resting).click()
  await page.getByText('This account is dormant.', { exact: false }).first().waitFor()
  await visit(page, 'dormant')
}

async function theSupervisor(branch: Branch, { resting, loan }: Accounts): Promise<void> {
  const { page, visit } = branch
  await signInAs(page, 'supervisor')
  await openCustomer(page)
  await account(page, resting).click()
  await page.getByRole('button', { name: /^Reactivate/ }).click()
  await page.getByLabel('The customer has shown').fill('Passport 93X41K200, valid until 2031')
  await visit(page, 'reactivate')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape') // what was typed is asked about
  await account(page, loan).click()
  await page.keyboard.press('F8')
  await payOut(branch)
  await approvals(branch)
  await day(branch)
  await products(branch)
  await books(branch)
}

async function payOut({ page, visit }: Branch): Promise<void> {
  await page.getByRole('button', { name: 'Pay the loan out' }).click()
  await page.getByLabel('Amount', { exact: true }).fill('2400')
  await page.getByRole('combobox', { name: 'Onto' }).click()
  await page.getByRole('option').first().click()
  await page.getByLabel('Months').fill('12')
  const due = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
  await page.getByLabel('First instalment due').fill(due)
  await page.keyboard.press('Enter')
  await page.getByRole('table', { name: 'Schedule' }).waitFor()
  await visit(page, 'loan-pay-out')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Principal owed').waitFor()
  await visit(page, 'loan')
}

async function approvals({ page, visit }: Branch): Promise<void> {
  await goTo(page, 'Approvals')
  await page.getByRole('button', { name: /Posting above a limit/ }).click()
  await heading(page, 'Posting above a limit')
  await visit(page, 'approvals-posting')
  await page.keyboard.press('d')
  await page
    .getByLabel(/reason/i)
    .first()
    .waitFor()
  await visit(page, 'approvals-decline')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /File of payments/ }).click()
  await heading(page, 'File of payments')
  await visit(page, 'approvals-payments')
}

async function day({ page, visit }: Branch): Promise<void> {
  await goTo(page, 'Branch day')
  const proof = page.getByRole('region', { name: 'Proof of the day' })
  await proof.getByText('Still open', { exact: false }).first().waitFor()
  await visit(page, 'branch-work')
  await proof.scrollIntoViewIfNeeded()
  await visit(page, 'branch-proof')
  await page.getByRole('row', { name: /Closed 0/ }).click()
  await page.getByRole('button', { name: 'Close the month' }).waitFor()
  await visit(page, 'branch-month')
}

async function products({ page, visit }: Branch): Promise<void> {
  await goTo(page, 'Products')
  await page.getByRole('row', { name: /^Savings USD/ }).click()
  await heading(page, /In force/)
  await visit(page, 'product-terms')
  await page.getByRole('button', { name: 'Propose other terms', exact: true }).click()
  await page.getByLabel('First day').waitFor()
  await page.getByRole('button', { name: 'Add a fee' }).click()
  await visit(page, 'product-propose')
  await page.keyboard.press('Escape')
}

async function books({ page, visit }: Branch): Promise<void> {
  const view = (name: string) => page.getByText(name, { exact: true }).first().click()
  await goTo(page, 'Books')
  await page.getByRole('row', { name: /Savings accounts/ }).click()
  await page.getByRole('region', { name: 'General ledger' }).waitFor()
  await page.getByRole('grid').last().getByRole('row').nth(1).waitFor()
  await visit(page, 'books-ledger')
  await page.getByRole('grid').last().getByRole('row').nth(1).click()
  await page
    .getByText(/T\d{6}-\d{6}/)
    .first()
    .waitFor()
  await visit(page, 'books-entries')
  await view('Check')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/Nothing differed in/).waitFor()
  await visit(page, 'books-check')
  await view('Suspense')
  await page.getByText('Opening cash from head office').first().waitFor()
  await visit(page, 'books-suspense')
  await view('Export')
  await page.getByRole('button', { name: /hledger/ }).waitFor()
  await visit(page, 'books-export')
}

/** The blind count of a till, and the second one by the supervisor. */
async function count({ page, visit }: Branch): Promise<void> {
  await signInAs(page, 'teller')
  await goTo(page, 'Till')
  await page.keyboard.press('F10')
  await page.getByText('The count is blind', { exact: false }).waitFor()
  await visit(page, 'till-count')
  await page.getByText('Total only').click()
  await page.getByLabel('Counted').fill('34428.10')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Till 1 is counted').first().waitFor()
  await visit(page, 'till-counted')
  await signInAs(page, 'supervisor')
  await goTo(page, 'Approvals')
  await page
    .getByRole('main')
    .getByRole('button', { name: /Till 1/ })
    .click()
  await page.getByLabel('What you counted').waitFor()
  await visit(page, 'approvals-count')
}

/** A posting whose answer the window never saw. */
async function recovery({ page, visit }: Branch, { savings, current }: Accounts): Promise<void> {
  const [from, to] = await Promise.all(
    [savings, current].map((accountNumber) => call(page, 'accounts.find', { accountNumber })),
  )
  const input = { ...newCashPosting('', { amount: '120.00' }), shown: [savings, current] }
  const { accountId: _id, ...rest } = input
  await page.evaluate(
    (given) =>
      (
        window as unknown as { corex: { invoke(name: string, input: unknown): Promise<unknown> } }
      ).corex.invoke('postings.postTransfer', given),
    { ...rest, fromAccountId: from?.id, toAccountId: to?.id },
  )
  await page.reload()
  await page.getByRole('dialog', { name: 'Recovery slip' }).waitFor()
  await visit(page, 'recovery')
}
