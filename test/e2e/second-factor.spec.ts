import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { deviceOf } from '../support/codes.ts'
import { launchBranch } from './support/begin.ts'
import { withLedger } from './support/books.ts'
import { call } from './support/call.ts'
import { picturesOf } from './support/pictures.ts'
import { PASSWORD, signInAs, STAFF } from './support/seed.ts'
import { goTo } from './support/tour.ts'

/** A role that needs a second factor: its person sets a device up at the sign-in, signs in with it, and decides with a fresh code. */

const typeCode = async (page: Page, code: string) => {
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
}

async function signInByHand(page: Page) {
  await page.getByLabel('User name').fill(STAFF.supervisor.username)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.keyboard.press('Enter')
}

test('a supervisor sets a device up at the sign-in, and decides with its code', async () => {
  const { page, close, userData } = await launchBranch()
  try {
    await signInAs(page, 'admin')
    await goTo(page, 'Users')
    await page.getByText('Second factor', { exact: true }).click()
    await page.getByRole('checkbox', { name: 'Supervisor' }).check()
    await picturesOf(page, 'roles')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Proposed. Another supervisor').first()).toBeVisible()
    await signInAs(page, 'supervisor')
    await goTo(page, 'Approvals')
    await expect(page.getByText('Roles that need a second factor').first()).toBeVisible()
    await picturesOf(page, 'to-decide')
    await page.keyboard.press('a')
    await expect(page.getByText('Approved by Samuel Okafor, and done.')).toBeVisible()
    await call(page, 'sessions.signOut', {})

    await signInByHand(page)
    await expect(page.getByRole('heading', { name: 'Set up your second factor' })).toBeVisible()
    await picturesOf(page, 'needed')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible()
    await picturesOf(page, 'device')
    const code = deviceOf(await page.locator('dd[dir=ltr]').innerText())
    await typeCode(page, code(-1))
    await expect(page.getByText('They are shown only now')).toBeVisible()
    await picturesOf(page, 'recovery-codes')
    await page.getByRole('button', { name: 'I have them, go on' }).click()
    await expect(page.getByText('Who stands at the counter?')).toBeVisible()
    await call(page, 'sessions.signOut', {})

    await signInByHand(page)
    await expect(page.getByRole('heading', { name: 'Code of your device' })).toBeVisible()
    await typeCode(page, '000000')
    await expect(page.getByText('The code is not right')).toBeVisible()
    await picturesOf(page, 'code')
    await typeCode(page, code())
    await expect(page.getByText('Who stands at the counter?')).toBeVisible()
    await proposeDecision(userData)
    await goTo(page, 'Approvals')
    await expect(page.getByRole('button', { name: /Maria Diaz/ })).toBeVisible()
    await page.keyboard.press('d')
    await page.getByLabel('Reason').fill('Not now')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: 'Once more your code' })).toBeVisible()
    await picturesOf(page, 'step-up')
    await typeCode(page, code(1))
    await expect(page.getByText('Nothing waits for a second person')).toBeVisible()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('own password')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Your device gives codes since')).toBeVisible()
    await picturesOf(page, 'own')
    await signInAs(page, 'admin')
    await goTo(page, 'Users')
    await page.getByText(STAFF.supervisor.fullName).click()
    await expect(page.getByText('Propose to reset the device for codes')).toBeVisible()
    await picturesOf(page, 'user')
  } finally {
    await close()
  }
})

/** Something of the administrator's to decide, and the last code given long ago. */
const proposeDecision = (userData: string) =>
  withLedger(userData, async (ledger) => {
    await ledger.query('SET search_path = corex')
    await ledger.query(
      `INSERT INTO approvals (id, kind, branch_id, subject_type, subject_id, concerns, payload, facts, proposed_by)
       SELECT $1, 'USER_UNLOCK', t.branch_id, 'users', t.id, t.id, '{}', '{"subject": "Maria Diaz"}', a.id
       FROM users t JOIN users a ON a.role = 'ADMIN' WHERE t.role = 'TELLER'`,
      [randomUUID()],
    )
    await ledger.query(`UPDATE sessions SET proven_at = clock_timestamp() - interval '6 minutes'`)
    await ledger.query('NOTIFY corex_approvals')
  })
