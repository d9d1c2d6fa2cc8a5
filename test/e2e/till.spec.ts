import { expect, type Page, test } from '@playwright/test'
import { launchBranch } from './support/begin.ts'
import { call } from './support/call.ts'
import { openTill, PASSWORD, signInAs, STAFF, type StaffName } from './support/seed.ts'
import { goTo } from './support/tour.ts'

/** A picture of the screen as it is, light and dark, for whoever looks at the results. */
async function pictures(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: test.info().outputPath(`${name}-${colorScheme}.png`) })
  }
}

async function signInByKeys(page: Page, who: StaffName): Promise<void> {
  await page.getByLabel('User name').fill(STAFF[who].username)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.keyboard.press('Enter')
}

/** Goes to the queue as another person, types a count and approves. */
async function countSecond(page: Page, who: StaffName, counted: string, name: string): Promise<void> {
  await signInAs(page, who)
  await goTo(page, 'Approvals')
  await page.getByLabel('What you counted').fill(counted)
  await pictures(page, name)
  await page.keyboard.press('Enter')
}

test('a supervisor counts the till of another person with a second one, and the day closes', async () => {
  const { page, close } = await launchBranch()
  try {
    await signInAs(page, 'teller')
    const [till] = (await call(page, 'tills.list', {})).tills
    await openTill(page, till?.id ?? '', '1000')
    await call(page, 'sessions.signOut', {})

    await signInByKeys(page, 'supervisor')
    await goTo(page, 'Till')
    await page.getByText(STAFF.teller.fullName).first().click()
    await page.getByRole('button', { name: `Count and close for ${STAFF.teller.fullName}` }).click()
    await expect(page.getByText(`You count in place of ${STAFF.teller.fullName}`)).toBeVisible()
    await page.getByText('Total only').click()
    await page.getByLabel('Counted').fill('999.50')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Till 1 is counted').first()).toBeVisible()
    await pictures(page, 'counted')
    await countSecond(page, 'admin', '999.50', 'second-count')
    await expect(page.getByText(/^Approved by/)).toBeVisible()
    await page.keyboard.press('j')
    await expect(page.getByText('Counted by both')).toBeVisible()
    await page.getByLabel('Why it is posted as it is').fill('One coin is missing, counted twice')
    await pictures(page, 'difference')
    await page
      .getByRole('main')
      .getByRole('button', { name: /^Approve/ })
      .click()
    await expect(page.getByText(/^Approved by/)).toBeVisible()
    await page.keyboard.press('j')
    await expect(page.getByText('Nothing waits for a second person')).toBeVisible()
    await signInAs(page, 'supervisor')
    await call(page, 'branches.closeDay', {})
  } finally {
    await close()
  }
})

test('a float and the cash of the day are counted by two, and the waiting screens go on by themselves', async () => {
  const { page, close } = await launchBranch()
  try {
    await signInAs(page, 'teller')
    await goTo(page, 'Till')
    await page.getByLabel('Cash from the vault').fill('1000')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Whoever hands you the cash counts it')).toBeVisible()
    await pictures(page, 'float-waits')
    await countSecond(page, 'supervisor', '900', 'float-second')
    await expect(page.getByText('The two counts differ: 1,000.00 and 900.00 USD')).toBeVisible()
    await pictures(page, 'float-differs')

    await signInAs(page, 'teller')
    await goTo(page, 'Till')
    await page.getByRole('button', { name: 'Cash from or to the vault' }).click()
    await page.getByLabel('Counted').fill('1000')
    await pictures(page, 'more-cash')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('The other person counts the cash')).toBeVisible()
    await countSecond(page, 'supervisor', '1000', 'more-cash-second')

    await signInAs(page, 'teller')
    await goTo(page, 'Till')
    await pictures(page, 'holding')
    await page.keyboard.press('F10')
    await page.getByText('Total only').click()
    await page.getByLabel('Counted').fill('1000')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Till 1 is counted').first()).toBeVisible()
    await countSecond(page, 'supervisor', '1000', 'closing-second')
    await expect(page.getByText(/^Approved by/)).toBeVisible()
    await page.keyboard.press('j')
    await expect(page.getByText('Nothing waits for a second person')).toBeVisible()
    await goTo(page, 'Till')
    await page.getByRole('button', { name: 'Change it' }).click()
    await page.getByLabel('At most').fill('5')
    await pictures(page, 'tolerance')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Until then nothing changes.')).toBeVisible()
  } finally {
    await close()
  }
})

test('a till that is counted says on each screen what it waits for, and what came of it to whoever comes back', async () => {
  const { page, close } = await launchBranch()
  const countAll = async (counted: string) => {
    await page.getByText('Total only').click()
    await page.getByLabel('Counted').fill(counted)
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(/Till \d is counted/).first()).toBeVisible()
  }
  const status = page.getByRole('banner', { name: 'Status' })
  try {
    await signInAs(page, 'teller')
    const { tills } = await call(page, 'tills.list', {})
    await openTill(page, tills[0]?.id ?? '', '1000')
    await goTo(page, 'Till')
    await page.keyboard.press('F10')
    await countAll('999.50')
    await expect(page.getByRole('heading', { name: 'Till 1 is counted' })).toBeFocused()
    await goTo(page, 'Counter')
    await expect(page.getByText('Your till is counted and waits for a second person.')).toBeVisible()
    await expect(status).toContainText('Till 1')
    await pictures(page, 'counted-at-the-counter')
    await page.keyboard.press('F10')
    await expect(page.getByText('First count')).toBeVisible()

    await signInAs(page, 'supervisor')
    await goTo(page, 'Till')
    await page.getByText(STAFF.teller.fullName).first().click()
    await expect(page.getByText('Till 1 of Maria Diaz is counted.')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Count and close for/ })).toBeHidden()
    await pictures(page, 'counted-by-holder')
    await goTo(page, 'Branch day')
    await page.getByRole('button', { name: /Till 1 of Maria Diaz, counted/ }).click()
    await page.getByLabel('What you counted').fill('999.50')
    await page.keyboard.press('Enter')
    await expect(page.getByText(/^Approved by/)).toBeVisible()
    await page.keyboard.press('j')
    await page.getByLabel('Why it is posted as it is').fill('One coin is missing, counted twice')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(/^Approved by/)).toBeVisible()

    await signInAs(page, 'teller')
    await goTo(page, 'Till')
    await expect(page.getByRole('heading', { name: 'Till 1 is closed' })).toBeVisible()
    await pictures(page, 'told-afterwards')
    await page.getByRole('button', { name: 'Done' }).click()
    await openTill(page, tills[1]?.id ?? '', '500')

    await signInAs(page, 'supervisor')
    await goTo(page, 'Till')
    await page.getByText(STAFF.teller.fullName).first().click()
    await page.getByRole('button', { name: /^Count and close for/ }).click()
    await countAll('500')
    await goTo(page, 'Counter')
    await goTo(page, 'Till')
    await page.getByText(STAFF.teller.fullName).first().click()
    await expect(page.getByText('First count')).toBeVisible()
    await expect(page.getByText('500.00')).toBeVisible()
  } finally {
    await close()
  }
})
