import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { call } from './support/call.ts'
import { newFolder } from './support/folders.ts'
import { launchTeller } from './support/launch.ts'
import { picturesOf } from './support/pictures.ts'
import { preparedFolder } from './support/prepared.ts'
import { PASSWORD, signInAs, STAFF, untilSignedOut } from './support/seed.ts'
import { startSharedServer } from './support/shared-server.ts'
import { goTo } from './support/tour.ts'

/** The server of this journey is at 127.0.0.1, where each user of the computer is a workstation (decision 0101). */
const COMPUTER = `${hostname()}-${userInfo().username}`

test('an administrator makes a code with a second person, and a computer that was never connected is enrolled by it and worked at', async () => {
  const { port, authority, env, stop } = await startSharedServer(await preparedFolder('branch'))
  const first = await launchTeller({ env })
  try {
    const { page } = first
    await page.setViewportSize({ width: 1280, height: 800 })
    await untilSignedOut(page)
    await signInAs(page, 'admin')
    await goTo(page, 'Workstations')
    await page.keyboard.press('Control+n')
    await page.getByLabel('Computer', { exact: true }).fill(COMPUTER)
    await picturesOf(page, 'new-code')
    await page.keyboard.press('Control+Enter')
    const code = await page.getByRole('textbox', { name: `Code for ${COMPUTER}` }).inputValue()
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/)
    await picturesOf(page, 'code-shown')
    await page.keyboard.press('Escape')
    await signInAs(page, 'supervisor')
    await goTo(page, 'Approvals')
    await expect(page.getByText('Code for a workstation').first()).toBeVisible()
    await picturesOf(page, 'code-to-approve')
    await page.keyboard.press('a')
    await expect(page.getByText('0 waiting')).toBeVisible()

    // The bank sets the server: nothing else is offered, and no database of the computer's own is made.
    const policy = join(newFolder(), 'policy.json')
    const server = { host: '127.0.0.1', port, certificateAuthority: readFileSync(authority, 'utf8') }
    writeFileSync(policy, JSON.stringify({ format: 1, server, idleMinutes: 3 }), { mode: 0o644 })
    const second = await launchTeller({ env: { COREX_POLICY_FILE: policy } })
    try {
      await second.page.setViewportSize({ width: 1280, height: 800 })
      await expect(
        second.page.getByText('This computer is not enrolled at the bank’s server yet.'),
      ).toBeVisible()
      await picturesOf(second.page, 'not-enrolled')
      await second.page.getByRole('button', { name: 'Type a code' }).click()
      await expect(second.page.getByText('On this computer')).toBeHidden()
      await second.page.getByLabel('Code', { exact: true }).fill(`${code.slice(0, -1)}?`)
      await second.page.getByRole('button', { name: 'Enrol this computer', exact: true }).click()
      await expect(second.page.getByText('This is not a whole code.')).toBeVisible()
      await picturesOf(second.page, 'enrol')
      await second.page.getByLabel('Code', { exact: true }).fill(code.toLowerCase())
      await second.page.keyboard.press('Enter')
      await untilSignedOut(second.page)
      await second.page.getByLabel('User name').fill(STAFF.teller.username)
      await second.page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
      await second.page.keyboard.press('Enter')
      await expect(second.page.locator('header').getByText(STAFF.teller.fullName)).toBeVisible()
      // After the policy's three minutes it locks, by the main process, in which nobody can take that back.
      await second.app.evaluate(({ powerMonitor }) => {
        const told = [180]
        powerMonitor.getSystemIdleTime = () => told.pop() ?? 0
      })
      await expect(second.page.getByRole('button', { name: 'Unlock' })).toBeVisible()
      await second.page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
      await second.page.keyboard.press('Enter')
      await expect(second.page.getByRole('button', { name: 'Unlock' })).toBeHidden()

      await signInAs(page, 'admin')
      await goTo(page, 'Workstations')
      await page.getByRole('row', { name: 'Enrolled' }).click()
      await expect(page.getByText('Connected now').first()).toBeVisible()
      await picturesOf(page, 'workstations')
      await page.getByRole('button', { name: 'Revoke' }).click()
      await picturesOf(page, 'revoke')
      await page.getByRole('button', { name: 'Revoke' }).click()
      await expect(page.getByRole('row', { name: 'Revoked' })).toBeVisible()
      await expect(
        second.page.getByText('This workstation may not work with the server any more'),
      ).toBeVisible()
      await picturesOf(second.page, 'revoked')
      expect((await call(second.page, 'sessions.get', {})).stage).toBe('no-database')
      // The same code once more: who used it and when is said here, and to the administrator.
      await second.page.getByRole('button', { name: 'Type a code' }).click()
      await second.page.getByLabel('Code', { exact: true }).fill(code)
      await second.page.keyboard.press('Enter')
      await expect(second.page.getByText('and a code is good once')).toBeVisible()
      await picturesOf(second.page, 'code-used')
      await goTo(page, 'Users')
      await goTo(page, 'Workstations')
      await expect(page.getByText(`The code for ${COMPUTER} once more`)).toBeVisible()
      await picturesOf(page, 'refused')
      const refused = call(second.page, 'database.useEmbedded', {})
      await expect(refused).rejects.toThrow('SET_BY_POLICY')
    } finally {
      await second.close()
      rmSync(dirname(policy), { recursive: true })
    }
  } finally {
    await first.close()
    await stop()
  }
})
