import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { pipeline } from 'node:stream'
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

/** A port of this computer at which nobody answers until it is opened; what comes in goes to the server's. */
async function closedWay(to: number) {
  const way = createServer((from) => {
    const on = connect(to, '127.0.0.1')
    pipeline(from, on, from, () => {})
  })
  const listen = async (at: number) => {
    way.listen(at, '127.0.0.1')
    await once(way, 'listening')
  }
  await listen(0)
  const address = way.address()
  if (address === null || typeof address === 'string') throw new Error('It has no port')
  way.close()
  return { port: address.port, open: () => listen(address.port), close: () => way.close() }
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

    // The second one is switched on before the server can be reached, and goes on without a hand when it can.
    const way = await closedWay(port)
    const second = await launchTeller({
      env: { COREX_DATABASE_URL: env.COREX_DATABASE_URL.replace(`:${port}/`, `:${way.port}/`) },
    })
    try {
      await expect(second.page.getByText('The program tries again by itself', { exact: false })).toBeVisible()
      await way.open()
      await expect(second.page.getByRole('heading', { name: 'Sign in' })).toBeVisible({ timeout: 30_000 })
      await expect(second.page.getByText('Branch Nord').first()).toBeVisible()
    } finally {
      await second.close()
      way.close()
    }
  } finally {
    await first.close()
    await stop()
  }
})
