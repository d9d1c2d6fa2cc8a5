import { expect, test, type Page } from '@playwright/test'
import { launchCounter } from './support/begin.ts'
import { signInAs } from './support/seed.ts'
import { goTo } from './support/tour.ts'

/** A picture of the screen as it is, for whoever looks at the results. */
const picture = (page: Page, name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`) })

test('an auditor reads accounts by number and postings with their amount, and goes from an entry to its customer', async () => {
  const { page, close } = await launchCounter()
  try {
    await signInAs(page, 'auditor')
    await goTo(page, 'Audit')
    const log = page.getByRole('grid', { name: 'Audit log' })
    await expect(log.getByRole('row', { name: /Posted Posting T\d{6}-\d+ 300\.00/ })).toBeVisible()
    await expect(
      log.getByRole('row', { name: /Account opened Account \d{4}-\d{3}-\d{3}/ }).first(),
    ).toBeVisible()
    await expect(log).not.toContainText(/[0-9a-f]{8}-[0-9a-f]{4}/)
    await picture(page, 'audit-log')
    const registered = log.getByRole('row', { name: /Customer registered/ }).last()
    await registered.scrollIntoViewIfNeeded()
    await registered.click()
    // The list is drawn as it is scrolled, so the last row may be another one by now.
    const row = (await log.getByRole('row', { selected: true }).textContent()) ?? ''
    const person =
      ['Ana Eriksson', 'Anna Erikson', 'Lars Eriksson', 'Mei Tanaka'].find((name) => row.includes(name)) ??
      row
    await picture(page, 'audit-entry')
    await page.getByRole('button', { name: 'Open the Customer' }).click()
    await expect(page.getByRole('heading', { name: person, exact: true }).first()).toBeVisible()
  } finally {
    await close()
  }
})

test('an administrator is shown that a customer was changed, and nothing of the customer', async () => {
  const { page, close } = await launchCounter()
  try {
    await signInAs(page, 'admin')
    await goTo(page, 'Audit')
    const log = page.getByRole('grid', { name: 'Audit log' })
    await expect(log.getByRole('row', { name: /Customer not shown/ }).first()).toBeAttached()
    await expect(log).not.toContainText('Eriksson')
    await log
      .getByRole('row', { name: /not shown/ })
      .first()
      .click()
    await expect(page.getByText('Auditors see it, administrators do not.')).toBeVisible()
    await picture(page, 'audit-redacted')
  } finally {
    await close()
  }
})
