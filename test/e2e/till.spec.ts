import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { call } from './support/call.ts'
import { launchTeller } from './support/launch.ts'
import { PASSWORD, seedBranch, signInAs, STAFF } from './support/seed.ts'
import { goTo } from './support/tour.ts'

test('a supervisor counts and closes the till of another person, and the day closes', async () => {
  const { page, close } = await launchTeller()
  try {
    await seedBranch(page)
    await signInAs(page, 'teller')
    const [till] = (await call(page, 'tills.list', {})).tills
    await call(page, 'tills.open', { key: randomUUID(), tillId: till?.id ?? '', float: '1000' })
    await call(page, 'sessions.signOut', {})

    await page.getByLabel('User name').fill(STAFF.supervisor.username)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.keyboard.press('Enter')
    await goTo(page, 'Till')
    await page.getByText(STAFF.teller.fullName).first().click()
    await page.getByRole('button', { name: `Count and close for ${STAFF.teller.fullName}` }).click()
    await expect(page.getByText(`You count in place of ${STAFF.teller.fullName}`)).toBeVisible()
    await page.getByText('Total only').click()
    await page.getByLabel('Counted').fill('999.50')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Till 1 is closed').first()).toBeVisible()
    await expect(page.getByText('Short: less cash than expected.')).toBeVisible()
    await call(page, 'branches.closeDay', {})
  } finally {
    await close()
  }
})
