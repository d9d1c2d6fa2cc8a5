import type { Page } from 'playwright-core'

export const BRANCH = 'Branch of the package check'
const NAME = 'Petra Packer'
export const USERNAME = 'p.packer'
export const PASSWORD = 'a long enough password'

async function fill(page: Page, answers: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, answer] of Object.entries(answers))
    await page.getByLabel(label, { exact: true }).fill(answer)
  await page.keyboard.press('Enter')
}

/** Answers the wizard of the first start as a person does; ends signed in as the administrator. */
export async function setUp(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Set up this branch' }).waitFor()
  await fill(page, { 'Name of the branch': BRANCH })
  await page.getByRole('heading', { name: 'The first administrator' }).waitFor()
  await fill(page, { 'Full name': NAME, 'E-mail': 'petra@example.test', 'User name': USERNAME })
  await page.getByRole('heading', { name: 'Your password' }).waitFor()
  await fill(page, { Password: PASSWORD, 'Password again': PASSWORD })
  await page.locator('header').getByText(NAME).first().waitFor()
}

/** Signs in where a branch was set up before, and sees that it is the same one. */
export async function signInAgain(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.getByText(BRANCH).first().waitFor()
  await fill(page, { 'User name': USERNAME, Password: PASSWORD })
  await page.locator('header').getByText(NAME).first().waitFor()
}
