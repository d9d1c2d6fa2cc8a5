import { expect, test } from '@playwright/test'
import { launchCounter } from './support/begin.ts'
import { withLedger } from './support/books.ts'
import { picturesOf } from './support/pictures.ts'
import { signInAs, STAFF } from './support/seed.ts'
import { goTo } from './support/tour.ts'

test('two administrators make a second branch, change its name and close it again', async () => {
  const { page, userData, close } = await launchCounter()
  try {
    await page.setViewportSize({ width: 1280, height: 800 })
    // The second administrator of the branch: how one is made is the subject of other journeys.
    await withLedger(userData, (client) =>
      client.query(`SET session_replication_role = replica; UPDATE corex.users SET role = 'ADMIN'
        WHERE username = '${STAFF.auditor.username}'; SET session_replication_role = DEFAULT`),
    )
    await signInAs(page, 'admin')
    await goTo(page, 'Branches')
    await page.keyboard.press('Control+n')
    await page.getByLabel('Name', { exact: true }).fill('Branch Hafen')
    await page.getByLabel('Code', { exact: true }).fill('hfn')
    await page.getByLabel('Address').fill('Am Hafen 4, 20095 Hamburg')
    await picturesOf(page, 'new-branch')
    await page.keyboard.press('Control+Enter')
    const proposed = page.getByText('Proposed. Somebody else approves it under Approvals.').first()
    await expect(proposed).toBeVisible()
    await expect(page.getByRole('button', { name: 'New branch', exact: true })).toBeFocused()
    await picturesOf(page, 'proposed')

    await signInAs(page, 'auditor')
    await goTo(page, 'Approvals')
    const fact = (label: string) =>
      page.getByRole('main').locator('dt', { hasText: label }).locator('xpath=following-sibling::dd')
    await expect(fact('First business day')).toBeVisible()
    await expect(fact('Address')).toHaveText('Am Hafen 4, 20095 Hamburg')
    await picturesOf(page, 'to-approve')
    await page.keyboard.press('a')
    await expect(page.getByText('0 waiting')).toBeVisible()

    await goTo(page, 'Branches')
    const row = page.getByRole('row', { name: /Branch Hafen/ })
    await expect(row).toContainText('Being set up')
    await row.click()
    await expect(page.getByText('Still to do before it works by itself:')).toBeVisible()
    await picturesOf(page, 'branch')
    await page.getByRole('button', { name: 'Another name or address' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Branch Speicherstadt')
    await picturesOf(page, 'another-name')
    await page.keyboard.press('Control+Enter')
    await expect(proposed).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Branch Hafen' })).toBeFocused()

    await signInAs(page, 'admin')
    await goTo(page, 'Approvals')
    await expect(fact('Stays as it is')).toHaveText('Code, Address')
    await page.keyboard.press('a')
    await expect(page.getByText('0 waiting')).toBeVisible()
    await goTo(page, 'Branches')
    const renamed = page.getByRole('row', { name: /Branch Speicherstadt/ })
    await renamed.click()
    await page.getByRole('button', { name: 'Close the branch' }).click()
    await expect(page.getByText('Close Branch Speicherstadt for good?', { exact: false })).toBeVisible()
    await picturesOf(page, 'close-question')
    await page.getByRole('button', { name: 'Close the branch' }).last().click()
    await expect(proposed).toBeVisible()

    await signInAs(page, 'auditor')
    await goTo(page, 'Approvals')
    await expect(page.getByRole('heading', { name: 'Closing of a branch' })).toBeVisible()
    await page.keyboard.press('a')
    await expect(page.getByText('0 waiting')).toBeVisible()
    await goTo(page, 'Branches')
    await expect(renamed).toContainText('Closed')
    await picturesOf(page, 'closed')
  } finally {
    await close()
  }
})
