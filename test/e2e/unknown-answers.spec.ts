import { expect, test, type Page } from '@playwright/test'
import { launchCounter } from './support/begin.ts'
import { withLedger } from './support/books.ts'
import { PASSWORD, STAFF } from './support/seed.ts'
import { goTo } from './support/tour.ts'

const sqlIn = (userData: string) => (text: string) =>
  withLedger(userData, async (client) => {
    await client.query(text)
  })

/** The functions that answer who fits: without them the server answers with an error. */
const DOORS = ['search_customers', 'find_duplicate_customers'].map((name) => `FUNCTION corex.${name}`)
const unreadable = DOORS.map((door) => `REVOKE EXECUTE ON ${door} FROM corex_app;`).join(' ')
const readable = DOORS.map((door) => `GRANT EXECUTE ON ${door} TO corex_app;`).join(' ')

async function signIn(page: Page, username: string) {
  await page.getByLabel('User name').fill(username)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.keyboard.press('Enter')
}

test('a search that fails says that it is not known who fits, and a registration that nobody could be compared', async () => {
  const { page, userData, close } = await launchCounter()
  const sql = sqlIn(userData)
  try {
    await goTo(page, 'Counter')
    await sql(unreadable)
    await page.getByLabel('Find a customer').fill('Tanaka')
    await expect(page.getByText('This is not known now.')).toBeVisible()
    await expect(page.getByText('Nobody fits')).toBeHidden()
    const [note, column] = await Promise.all([
      page.getByRole('alert').filter({ hasText: 'not known' }).boundingBox(),
      page.getByLabel('Find a customer').boundingBox(),
    ])
    expect(note?.width).toBeLessThanOrEqual(column?.width ?? 0) // in line with the field, off the edges
    await sql(readable)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('button', { name: /Mei Tanaka/ })).toBeVisible()

    await goTo(page, 'Customers')
    await sql(unreadable)
    await page.getByLabel('Find a customer').fill('Somebody')
    await expect(page.getByText('This is not known now.')).toBeVisible()
    await expect(page.getByText('not known', { exact: true })).toBeVisible()
    await page.keyboard.press('Control+K')
    await page.keyboard.type('Tanaka')
    const palette = page.getByRole('dialog')
    await expect(palette.getByText('This is not known now.')).toBeVisible()
    await expect(palette.getByText('Nothing found')).toBeHidden()
    await page.keyboard.press('Escape')

    await page.keyboard.press('Control+N')
    await page.getByLabel('First name').fill('Mei')
    await page.getByLabel('Last name').fill('Tanaka')
    await page.getByLabel('Date of birth').fill('1988-11-19')
    await expect(page.getByText('could not be checked').first()).toBeVisible()
    await expect(page.getByText('Nobody alike so far')).toBeHidden()
    await page.getByLabel('Country', { exact: true }).first().fill('Swed')
    await page.getByRole('option', { name: 'Sweden' }).click()
    await page.getByLabel('Phone', { exact: true }).fill('070-174 06 99')
    await page.getByLabel('Address').fill('Storgatan 4')
    await page.getByLabel('City').fill('Stockholm')
    await page.getByLabel('Nationality').first().fill('se')
    await page.keyboard.press('Enter')
    await page.getByLabel('Tax residence').first().fill('se')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Enter')
    const question = page.getByRole('group', { name: 'Register unchecked' })
    await expect(question).toBeVisible()
    // What is tried again beside the form answers the question too.
    await sql(readable)
    const again = page.getByRole('button', { name: 'Try again' })
    const found = page.getByRole('button', { name: /Mei Tanaka/ })
    // The check that the press of Register asked for may still be under way, and answer before anybody tries again.
    await expect(async () => {
      if (!(await found.isVisible())) await again.click({ timeout: 1000 })
      await expect(found).toBeVisible()
    }).toPass()
    await expect(question).toBeHidden()
    await expect(page.getByRole('button', { name: /Mei Tanaka/ })).toBeVisible()
    await sql(unreadable)
    await page.keyboard.press('Control+Enter')
    await expect(question).toBeVisible()
    await sql(readable)
    await expect(async () => {
      if (await question.isVisible())
        await question.getByRole('button', { name: 'Check again' }).click({ timeout: 1000 }) // prettier-ignore
      else await page.keyboard.press('Control+Enter')
      await expect(page.getByRole('group', { name: 'Register anyway' })).toBeVisible()
    }).toPass()
    // The list at the side shows what was found, and not that nothing is known.
    await expect(page.getByText('could not be checked')).toHaveCount(0)
    await expect(page.getByRole('button', { name: /Mei Tanaka/ })).toBeVisible()
  } finally {
    await close()
  }
})

test('a session that the database ended says so at once, and keeps the slip for the same person only', async () => {
  const { page, userData, close, savings } = await launchCounter()
  const sql = sqlIn(userData)
  try {
    await goTo(page, 'Counter')
    await page.keyboard.press('F4')
    await page.keyboard.type(savings)
    await page.keyboard.press('Enter')
    await page.keyboard.type('250')
    await page.getByText('1,768.10').first().waitFor() // the balance after

    await sql('UPDATE corex.sessions SET ended_at = now() WHERE ended_at IS NULL')
    await expect(page.getByText('You are signed out')).toBeVisible()
    await expect(page.getByText(`What ${STAFF.teller.fullName} typed is kept`)).toBeVisible()
    await signIn(page, STAFF.teller.username)
    await expect(page.getByText('You are signed out')).toBeHidden()
    await expect(page.getByLabel('Amount')).toHaveValue(/^250/)

    await sql('UPDATE corex.sessions SET ended_at = now() WHERE ended_at IS NULL')
    await expect(page.getByText('You are signed out')).toBeVisible()
    await signIn(page, STAFF.supervisor.username)
    await expect(page.getByText(STAFF.supervisor.fullName)).toBeVisible()
    await goTo(page, 'Counter')
    await expect(page.getByLabel('Amount')).toHaveValue('')
  } finally {
    await close()
  }
})
