import type { Page } from '@playwright/test'
import { launchCounter } from './begin.ts'
import { call } from './call.ts'
import type { Teller } from './launch.ts'
import { PASSWORD, STAFF, type StaffName } from './seed.ts'
import { goTo } from './tour.ts'

/** What journeys about documents do as people do it, by what the window shows and not by calls. */

/** A branch with customers, whose window asks who is there. */
export async function launchSignedOut(): Promise<Teller> {
  const teller = await launchCounter()
  await call(teller.page, 'sessions.signOut', {})
  await teller.page.reload()
  return teller
}

export async function signInByHand(page: Page, who: StaffName): Promise<void> {
  await page.getByLabel('User name').fill(STAFF[who].username)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.keyboard.press('Enter')
}

/** Finds a customer by a part of the name and opens the page. */
export async function openCustomer(page: Page, typed: string, name: string): Promise<void> {
  await goTo(page, 'Customers')
  await page.getByLabel('Find a customer').fill(typed)
  await page.getByRole('row', { name: new RegExp(name) }).dblclick()
  await page.getByRole('heading', { name }).first().waitFor()
}

/** The form of a document of the customer whose page is open. */
export const openUpload = (page: Page): Promise<void> =>
  page
    .getByRole('button', { name: /Upload (a )?documents?/ })
    .first()
    .click()
