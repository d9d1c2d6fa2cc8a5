import { randomUUID } from 'node:crypto'
import { expect, test, type Page } from '@playwright/test'
import { addDayOfLastMonth } from './support/aged.ts'
import { launchBranch, launchCounter } from './support/begin.ts'
import { withLedger } from './support/books.ts'
import { call } from './support/call.ts'
import { approveAs, decideDifference, openTill, signInAs, STAFF } from './support/seed.ts'
import { goTo } from './support/tour.ts'

/** A picture of the screen as it is, for whoever looks at the results. */
const picture = (page: Page, name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`) })

test('a supervisor sees the figures of the day and a short till at once, and goes from a held till to where it is counted', async () => {
  const { page, close } = await launchCounter()
  try {
    const closing = await call(page, 'tills.close', { key: randomUUID(), counted: '13810' })
    await approveAs(page, 'supervisor', closing.approvalId, '13810')
    await decideDifference(page, 'supervisor', 'Counted twice')
    await signInAs(page, 'teller')
    const tills = (await call(page, 'tills.list', {})).tills
    await openTill(page, tills[1]?.id ?? '', '1000')
    await signInAs(page, 'supervisor')
    await goTo(page, 'Branch day')
    await expect(page.getByRole('row', { name: /Till 1 Maria Diaz .* Short/ })).toBeVisible()
    // Another till is still open: what is in it is not told.
    await expect(page.getByRole('row', { name: /Deposits/ })).toContainText('after the till is counted')
    await expect(page.getByText('Till 2, held by Maria Diaz')).toBeVisible()
    await picture(page, 'branch-day')
    await page.getByRole('button', { name: 'Go to Till 2' }).click()
    await expect(
      page.getByRole('button', { name: `Count and close for ${STAFF.teller.fullName}` }),
    ).toBeVisible()
  } finally {
    await close()
  }
})

test('a day that was opened ahead is marked in the frame, and two people take it back', async () => {
  const { page, close } = await launchBranch()
  try {
    await signInAs(page, 'supervisor')
    await call(page, 'branches.closeDay', {})
    await goTo(page, 'Branch day')
    await page.getByLabel('Business date').fill('2099-01-01')
    await page.keyboard.press('Enter')
    await expect(page.getByText(/The latest date that can be opened now is/)).toBeVisible()
    await picture(page, 'too-far')
    const latest = /is (\d+ \w+ \d{4})/.exec(await page.getByText(/The latest date/).innerText())?.[1] ?? ''
    const day = new Date(`${latest} UTC`).toISOString().slice(0, 10)
    await page.getByLabel('Business date').fill(day)
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Status', { exact: true })).toContainText('Today is')
    await page.getByRole('button', { name: 'Withdraw this day' }).click()
    await page.getByLabel('Reason').fill('Opened one day early')
    await page.keyboard.press('Enter')
    await expect(page.getByText('You proposed this.', { exact: false })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Withdraw this day' })).toBeHidden()
    await picture(page, 'proposed')
    await signInAs(page, 'admin')
    await goTo(page, 'Branch day')
    await page.getByRole('button', { name: 'Withdraw the day' }).click()
    await page.getByRole('button', { name: 'Withdraw the day' }).click()
    await expect(page.getByText('Opened one day early')).toBeHidden()
    await picture(page, 'withdrawn')
    await signInAs(page, 'supervisor')
    await expect(page.getByLabel('Status', { exact: true })).toContainText('Closed')
  } finally {
    await close()
  }
})

test('an administrator changes the number format and the weekend, and a teller’s amounts follow', async () => {
  const { page, close } = await launchCounter()
  try {
    await signInAs(page, 'admin')
    await goTo(page, 'Branch day')
    await page.getByRole('button', { name: 'Change number format or weekend' }).click()
    await page.getByRole('combobox', { name: 'Amounts are written' }).click()
    await page.getByRole('option', { name: '1.234,50' }).click()
    await page.getByRole('combobox', { name: 'Weekend' }).click()
    await page.getByRole('option', { name: 'Friday, Saturday' }).click()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Saved.')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('heading', { name: 'Add a till' })).toBeVisible()
    await signInAs(page, 'teller')
    await goTo(page, 'Customers')
    await page.getByLabel('Find a customer').fill('Ana Eriksson')
    await page.getByRole('row', { name: /Ana Eriksson/ }).click()
    await expect(page.getByText('1.518,10').first()).toBeVisible()
  } finally {
    await close()
  }
})

test('a slip that is half typed when another workstation changes the number format stays, and its amount is not read as another', async () => {
  const { page, userData, close, savings } = await launchCounter()
  try {
    await goTo(page, 'Counter')
    await page.keyboard.press('F2')
    await page.keyboard.type('ana eriksson')
    await page.getByRole('button', { name: /Ana Eriksson/ }).click()
    await expect(page.getByText('1,518.10').first()).toBeVisible()
    await page.keyboard.press('F4')
    await page.getByLabel('To account', { exact: true }).fill('')
    await page.keyboard.type(savings)
    await page.keyboard.press('Enter')
    await page.keyboard.type('1204.50')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Rent')
    await expect(page.getByRole('button', { name: 'Post deposit of 1,204.50 USD' })).toBeVisible()
    await withLedger(userData, (client) =>
      client.query("UPDATE corex.branches SET number_format = 'COMMA_POINT'"),
    )
    // A window that is shown again asks how its session stands, unless it has just done so.
    await expect(async () => {
      await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
      await expect(page.getByText('1,204.50 is written in another number format.')).toBeVisible({
        timeout: 500,
      })
    }).toPass({ timeout: 15_000 })
    await expect(page.getByText('If it is 1204,50, type it like this.')).toBeVisible()
    await expect(page.getByLabel('Description')).toBeFocused()
    await expect(page.getByLabel('Description')).toHaveValue('Rent')
    await expect(page.getByLabel('Amount', { exact: true })).toHaveValue('1,204.50')
    await expect(page.getByText('1.518,10').first()).toBeVisible()
    await picture(page, 'format-changed')
    await page.getByLabel('Amount', { exact: true }).fill('1204,50')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: 'Deposit posted' })).toBeVisible()
    await expect(page.getByText('1.204,50').first()).toBeVisible()
  } finally {
    await close()
  }
})

test('Branch day says that the month before is still open, and closes it there', async () => {
  const { page, userData, close } = await launchBranch()
  try {
    await signInAs(page, 'supervisor')
    await goTo(page, 'Branch day')
    await expect(page.getByText('Days of the branch')).toBeVisible()
    await expect(page.getByText(/The month up to .* is still open/)).toBeHidden()
    await addDayOfLastMonth(userData)
    await signInAs(page, 'auditor')
    await goTo(page, 'Branch day')
    await expect(
      page.getByText(/The month up to .* is still open\. A supervisor closes it here\./),
    ).toBeVisible()
    await expect(page.getByRole('button', { name: 'Close the month' })).toBeHidden()
    await signInAs(page, 'supervisor')
    await goTo(page, 'Branch day')
    await expect(page.getByText(/The month up to .* is still open: a posting/)).toBeVisible()
    await picture(page, 'month-open')
    await page.getByRole('button', { name: 'Close the month' }).click()
    await page.getByRole('button', { name: 'Close the month' }).click()
    await expect(page.getByText(/The month up to .* is still open/)).toBeHidden()
  } finally {
    await close()
  }
})
