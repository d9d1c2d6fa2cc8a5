import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { call } from './support/call.ts'
import { launchTeller } from './support/launch.ts'
import { seedBranch } from './support/seed.ts'
import { startSharedServer } from './support/shared-server.ts'

async function paste(field: Locator, text: string) {
  await field.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

async function expectHiddenPassword(page: Page, password: string) {
  await expect(page.getByLabel('Password of the login')).toHaveValue(password)
  await expect(page.getByLabel('Password of the login')).toHaveAttribute('type', 'password')
  await expect(page.getByLabel('Address of the server')).not.toHaveValue(/:[^/]*@/)
}

test('a workstation is switched to a server of the bank, tested first, and a second one finds the same branch there', async () => {
  const { port, superuser, url, authority, env, stop } = await startSharedServer()
  const first = await launchTeller()
  try {
    const { page } = first
    await page.getByRole('button', { name: 'Database connection' }).click()
    await page.getByText('On a server').click()
    await page.getByRole('button', { name: 'Set a server up' }).click()
    await page.getByLabel('Address of the server').fill(url.replace(`:${port}/`, ':9/'))
    await page.keyboard.press('Enter')
    await expect(page.getByText('The server does not answer.', { exact: false })).toBeVisible()
    // A password that was typed in the address leaves it when it is tested, and when the field is left: nobody reads it over a shoulder.
    await expectHiddenPassword(page, superuser.password)
    await page.getByLabel('Address of the server').fill(url)
    await page.keyboard.press('Tab')
    await expectHiddenPassword(page, superuser.password)
    await page.getByLabel('Password of the login').fill('')
    // One that is pasted is never seen.
    await paste(page.getByLabel('Address of the server'), url)
    await expectHiddenPassword(page, superuser.password)
    await page.getByLabel('Certificate authority (PEM)').fill(readFileSync(authority, 'utf8'))
    await page.getByLabel('Address of the server').press('End')
    await page.keyboard.press('Enter')
    await expect(page.getByText('The connection works.')).toBeInViewport()
    await expect(page.getByRole('button', { name: 'Use this server' })).toBeInViewport({ ratio: 1 })
    await expect(page.getByText('None yet. They are created when you save.')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByText('This connection is in use now.')).toBeVisible({ timeout: 60_000 })
    await expect(page.getByLabel('Address of the server')).toHaveValue('')
    await expect(page.getByLabel('Password of the login')).toHaveValue('') // it does not stay
    await page.getByRole('button', { name: 'Back', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Set up this branch' })).toBeVisible()
    await seedBranch(page)
    const database = await call(page, 'database.get', {})
    expect(database).toMatchObject({ kind: 'server', fault: null })
    expect(JSON.stringify(database)).not.toContain(superuser.password)

    const second = await launchTeller({ env })
    try {
      await expect(second.page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
      await expect(second.page.getByText('Branch Nord').first()).toBeVisible()
    } finally {
      await second.close()
    }
  } finally {
    await first.close()
    await stop()
  }
})
