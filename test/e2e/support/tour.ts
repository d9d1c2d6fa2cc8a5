import type { Locator, Page } from '@playwright/test'
import { launchCounter } from './begin.ts'
import { call } from './call.ts'
import { signInAs } from './seed.ts'

/** Called at every screen; `name` is a file name. */
export type Visit = (page: Page, name: string) => Promise<void>

/**
 * Visits every screen of a branch at work, in the real application, by keyboard and by what is written on the screen. What a fresh
 * installation shows first is in `tourOfBackups`. One launch, one database.
 */
export async function tour(visit: Visit): Promise<void> {
  const teller = await launchCounter()
  const { page } = teller
  try {
    await page.setViewportSize({ width: 1440, height: 900 })
    await call(page, 'sessions.signOut', {})
    await gates(page, visit)
    await signInAs(page, 'teller')
    await atTheCounter(page, visit)
    await theSupervisor(page, visit)
    await theAuditor(page, visit)
    await theAdministrator(page, visit)
  } finally {
    await teller.close()
  }
}

export const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { name }).first().waitFor()

/** Arrives at a screen through the navigation, whatever was open before. */
export const goTo = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name }).click()

/** Arrives at a screen, waits for what it shows, and visits it. */
export async function arrive(
  page: Page,
  visit: Visit,
  screen: string,
  name: string,
  shown?: Locator,
): Promise<void> {
  await goTo(page, screen)
  await (shown === undefined ? heading(page, screen) : shown.waitFor())
  await visit(page, name)
}

async function gates(page: Page, visit: Visit): Promise<void> {
  await heading(page, 'Sign in')
  await visit(page, 'sign-in')
  await page.getByRole('button', { name: 'Database connection' }).click()
  await heading(page, 'Database connection')
  await visit(page, 'database')
  await page.getByRole('button', { name: 'Back', exact: true }).click()
}

async function atTheCounter(page: Page, visit: Visit): Promise<void> {
  await goTo(page, 'Counter')
  await visit(page, 'counter-empty')
  await page.keyboard.press('F2')
  await page.keyboard.type('eriks')
  await page.getByRole('button', { name: /Ana Eriksson/ }).waitFor()
  await visit(page, 'counter-search')
  await page.keyboard.press('Enter') // several fit: into the list
  await page.keyboard.press('Enter')
  await heading(page, 'Ana Eriksson')
  await page.keyboard.press('F4')
  await page.keyboard.press('Enter') // takes the account that is offered
  await page.keyboard.type('500')
  await page.getByText('2,018.10').first().waitFor() // the balance after
  await visit(page, 'counter-deposit')
  await page.keyboard.press('Control+Enter')
  await heading(page, 'Deposit posted')
  await visit(page, 'counter-posted')
  await page.keyboard.press('Escape')
  await goTo(page, 'Customers')
  await page.getByLabel('Find a customer').fill('eriks')
  await page.getByRole('row', { name: /Ana Eriksson/ }).waitFor()
  await visit(page, 'customers')
  await page.getByRole('row', { name: /Ana Eriksson/ }).dblclick()
  await heading(page, 'Ana Eriksson')
  await visit(page, 'customer')
  await page.keyboard.press('F8')
  await visit(page, 'statement')
  await goTo(page, 'Customers')
  await page.keyboard.press('Control+N')
  await heading(page, 'Register a customer')
  await visit(page, 'register')
  await goTo(page, 'Till')
  await visit(page, 'till')
  await arrive(page, visit, 'Bulk payments', 'payments', page.getByLabel('Account that pays'))
  await page.keyboard.press('Control+K')
  await page.keyboard.type('eriks')
  await page.getByRole('option', { name: /Ana Eriksson/ }).waitFor()
  await visit(page, 'palette')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F1')
  await heading(page, 'Keys of this screen')
  await visit(page, 'help')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+L')
  await page.getByRole('button', { name: 'Unlock' }).waitFor()
  await visit(page, 'lock')
}

async function theSupervisor(page: Page, visit: Visit): Promise<void> {
  await signInAs(page, 'supervisor')
  await goTo(page, 'KYC review')
  await heading(page, 'KYC review')
  await page
    .getByRole('img', { name: /passport/i })
    .or(page.locator('canvas, img'))
    .first()
    .waitFor()
  await visit(page, 'kyc')
  await arrive(page, visit, 'KYC due', 'kyc-due')
  await arrive(page, visit, 'Screening', 'screening')
  await page.keyboard.press('Control+I')
  await page.getByText('Compare a name').first().waitFor()
  await visit(page, 'screening-lists')
  await arrive(page, visit, 'Approvals', 'approvals')
  await goTo(page, 'Branch day')
  await visit(page, 'branch')
  await arrive(page, visit, 'Books', 'books')
  await page.getByText('Chart', { exact: true }).click()
  await page.getByRole('button', { name: 'Choose a file' }).waitFor()
  await visit(page, 'books-chart')
  await goTo(page, 'Journal')
  await page.getByRole('row').nth(2).click()
  await page.getByRole('region', { name: 'Posting', exact: true }).waitFor()
  await visit(page, 'journal')
  await page.keyboard.press('s')
  await heading(page, 'Till sessions')
  await visit(page, 'till-sessions')
  await arrive(page, visit, 'Limits', 'limits', page.getByRole('row').nth(2))
  await goTo(page, 'Till')
  await visit(page, 'till-vault')
  await goTo(page, 'Health')
  await page.getByRole('row', { name: /Jobs/ }).click()
  await heading(page, 'Jobs')
  await visit(page, 'health')
  await goTo(page, 'Products')
  await page.getByRole('row').nth(1).click()
  await heading(page, 'In force, from the beginning')
  await visit(page, 'products')
}

async function theAuditor(page: Page, visit: Visit): Promise<void> {
  await signInAs(page, 'auditor')
  await arrive(page, visit, 'Audit', 'audit', page.getByRole('row').nth(3))
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'Entry' }).waitFor()
  await visit(page, 'audit-detail')
  await arrive(page, visit, 'Cash alerts', 'cash-alerts')
  await arrive(page, visit, 'Staff review', 'access-review', page.getByRole('row').nth(2))
  await page.getByText('Joined, moved, left', { exact: true }).click()
  await page
    .getByRole('row', { name: /Joined/ })
    .first()
    .waitFor()
  await visit(page, 'staff-changes')
}

async function theAdministrator(page: Page, visit: Visit): Promise<void> {
  await signInAs(page, 'admin')
  await goTo(page, 'Users')
  await page.getByRole('row').nth(2).waitFor()
  await page.getByRole('row', { name: /Supervisor/ }).click()
  await page.getByRole('button', { name: 'Reset the password' }).waitFor()
  await visit(page, 'users')
  await page.keyboard.press('e')
  await page.getByRole('button', { name: 'Save the changes', exact: true }).waitFor()
  await visit(page, 'users-change')
  await page.getByRole('button', { name: 'Change your password' }).click()
  await heading(page, 'Own password')
  await visit(page, 'own-password')
  await goTo(page, 'Database')
  await visit(page, 'connection')
}
