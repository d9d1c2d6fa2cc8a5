import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import type { TestPrinter } from '../double/printers.ts'
import { newFolder } from './support/folders.ts'
import { launchTeller, type Teller } from './support/launch.ts'
import { picturesOf } from './support/pictures.ts'
import { preparedFolder, seededOf } from './support/prepared.ts'
import { seedBranch, seedCustomers, type Seeded, signInAs, untilSignedOut } from './support/seed.ts'
import { goTo } from './support/tour.ts'

/** A computer without CUPS: a printer of its system is added and prints; and what the screen shows where the bank sets the printers. */

const folder = newFolder()
/** Where no CUPS answers. */
const env = { CUPS_SERVER: '127.0.0.1:1', DOUBLE_PRINTERS: folder }
const LASER: TestPrinter = {
  name: 'HP_LaserJet_4',
  displayName: 'HP LaserJet (2nd floor)',
  sheet: [210, 297],
}
const has = (...printers: TestPrinter[]) =>
  writeFileSync(join(folder, 'printers.json'), JSON.stringify(printers))
const papers = () => readdirSync(folder).filter((file) => file.endsWith('.pdf'))

let from: string | null
test.beforeAll(async () => {
  from = await preparedFolder('customers')
})

/** Starts it on a branch with customers and an open till, with the teller signed in. */
async function atTheCounter(more: Record<string, string>): Promise<{ teller: Teller; seeded: Seeded }> {
  const teller = await launchTeller({ from, env: { ...env, ...more } })
  await teller.page.setViewportSize({ width: 1440, height: 900 })
  if (from === null) {
    await seedBranch(teller.page)
    return { teller, seeded: await seedCustomers(teller.page) }
  }
  await untilSignedOut(teller.page)
  await signInAs(teller.page, 'teller')
  return { teller, seeded: seededOf(from) }
}

async function deposit(page: Page, account: string): Promise<void> {
  await goTo(page, 'Counter')
  await page.keyboard.press('F4')
  await page.keyboard.type(account)
  await page.keyboard.press('Enter')
  await page.keyboard.type('500')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Deposit posted' })).toBeVisible()
}

test('a printer of the system is chosen by what it shows, and takes receipts silently; what it refuses is told', async () => {
  has(LASER)
  const { teller, seeded } = await atTheCounter({})
  const { page } = teller
  try {
    await goTo(page, 'Printers')
    await page.getByRole('combobox', { name: 'What kind of printer' }).click()
    await page.getByRole('option', { name: 'Printer of this computer' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Office')
    await page.getByRole('combobox', { name: 'Printer', exact: true }).click()
    await picturesOf(page, 'system-printers')
    await page.getByRole('option', { name: 'HP LaserJet (2nd floor)' }).click()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Print a test page on Office' }).click()
    await expect(page.getByText('The test page is handed to Office.')).toBeVisible()
    expect(papers()).toEqual(['HP_LaserJet_4 1.pdf'])
    await page.getByRole('combobox', { name: 'Receipts' }).click()
    await page.getByRole('option', { name: 'Office' }).click()
    await expect(page.getByRole('combobox', { name: 'Receipts' })).toHaveValue('Office')
    await picturesOf(page, 'system-printer-added')

    await deposit(page, seeded.savings)
    await page.keyboard.press('Control+p')
    await expect(page.getByText('Handed to Office. See that it comes out.')).toBeVisible()
    await picturesOf(page, 'taken')
    expect(papers()).toHaveLength(2)
    has({ ...LASER, does: 'FAILS' })
    await page.keyboard.press('Control+p')
    await expect(page.getByText('Office could not print it.')).toBeVisible()
    has()
    await page.keyboard.press('Control+p')
    await expect(page.getByText('This computer has no printer Office any more.')).toBeVisible()
    has(LASER)
    await page.keyboard.press('Control+p')
    await expect(page.getByText('Handed to Office, as a copy.')).toBeVisible()
    await expect.poll(() => teller.app.windows().length).toBe(1)
  } finally {
    await teller.close()
  }
})

test('where the bank sets the printers the screen shows them, prints test pages, and offers nothing to change', async () => {
  has(LASER)
  const policy = join(newFolder(), 'policy.json')
  const printers = [
    { name: 'Counter', address: '127.0.0.1:1', roll: '58' },
    { name: 'Office', device: LASER.name, papers: ['STATEMENT'] },
  ]
  writeFileSync(policy, JSON.stringify({ format: 1, printers }), { mode: 0o644 })
  const { teller } = await atTheCounter({ COREX_POLICY_FILE: policy })
  const { page } = teller
  try {
    await goTo(page, 'Printers')
    await expect(page.getByText('The bank sets the printers of this computer')).toBeVisible()
    await page.getByRole('button', { name: 'Print a test page on Office' }).click()
    await expect(page.getByText('The test page is handed to Office.')).toBeVisible()
    await expect(page.getByRole('combobox', { name: 'Receipts' })).toHaveCount(0)
    await expect(page.getByRole('button', { name: /^Remove/ })).toHaveCount(0)
    await expect(page.getByRole('heading', { name: 'Add a printer' })).toHaveCount(0)
    await picturesOf(page, 'printers-by-policy')
  } finally {
    await teller.close()
  }
})
