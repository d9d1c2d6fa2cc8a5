import { expect, test, type Page } from '@playwright/test'
import { newUser } from '../support/users.ts'
import { launchBranch } from './support/begin.ts'
import { withLedger } from './support/books.ts'
import { call } from './support/call.ts'
import { signInAs } from './support/seed.ts'
import { goTo } from './support/tour.ts'

/** A picture of the screen as it is, for whoever looks at the results. */
const picture = (page: Page, name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`) })

const passwordIn = (page: Page, label: string) => page.getByLabel(label).inputValue()

test('a second supervisor is proposed by one and approved by another, and signs in with both halves', async () => {
  const { page, close } = await launchBranch()
  try {
    await signInAs(page, 'admin')
    await goTo(page, 'Users')
    await page.keyboard.press('Control+n')
    const { fullName, username, email } = newUser({ fullName: 'Nora Second', username: 'n.second' })
    await page.getByLabel('Name', { exact: true }).fill(fullName)
    await page.getByLabel('User name').fill(username)
    await page.getByLabel('E-mail').fill(email)
    await page.getByRole('combobox', { name: 'Role' }).click()
    await page.getByRole('option', { name: 'Supervisor' }).click()
    await expect(page.getByText('The temporary password has two halves')).toBeVisible()
    await picture(page, 'propose')
    await page.keyboard.press('Control+Enter')
    const first = await passwordIn(page, 'First half of the temporary password')
    await picture(page, 'first-half')
    await page.keyboard.press('Escape')
    await goTo(page, 'Approvals')
    await expect(page.getByText('You proposed this. Another person decides it.')).toBeVisible()
    await picture(page, 'own-proposal')

    await signInAs(page, 'supervisor')
    await goTo(page, 'Approvals')
    const decided = page.getByRole('region', { name: 'What is to be decided' })
    await expect(decided.getByText('Supervisor', { exact: true })).toBeVisible()
    await picture(page, 'to-decide')
    await page.emulateMedia({ colorScheme: 'dark' })
    await picture(page, 'to-decide-dark')
    await page.emulateMedia({ colorScheme: 'light' })
    await page.keyboard.press('a')
    const second = await passwordIn(page, 'Second half of the temporary password')
    await picture(page, 'second-half')
    await page.keyboard.press('Escape')
    const view = await call(page, 'sessions.signIn', { username, password: `${first}-${second}` })
    expect(view.stage).toBe('must-change-password')
  } finally {
    await close()
  }
})

/** Sooner than the list is read again anyway. */
const TOLD = { timeout: 8_000 }

test('what another workstation proposes and decides appears by itself', async () => {
  const { page, close, userData } = await launchBranch()
  try {
    await signInAs(page, 'supervisor')
    await goTo(page, 'Approvals')
    await expect(page.getByText('Nothing waits for a second person')).toBeVisible()
    const proposed = await withLedger(userData, async (ledger) => {
      await ledger.query('SET search_path = corex')
      const { rows } = await ledger.query<{ id: string }>(
        `INSERT INTO approvals (id, kind, branch_id, subject_type, subject_id, payload, facts, proposed_by)
         SELECT gen_random_uuid(), 'USER_UNLOCK', branch_id, 'users', (SELECT id FROM users WHERE role = 'ADMIN'), '{}',
           '{"subject": "Astrid Lind"}', id FROM users WHERE role = 'TELLER' RETURNING id`,
      )
      await ledger.query('NOTIFY corex_approvals')
      return rows[0]?.id
    })
    await expect(page.getByRole('button', { name: /Astrid Lind/ })).toBeVisible(TOLD)
    await withLedger(userData, async (ledger) => {
      await ledger.query('SET search_path = corex')
      await ledger.query(
        `UPDATE approvals SET status = 'WITHDRAWN', decided_by = proposed_by, decided_at = now() WHERE id = $1`,
        [proposed],
      )
      await ledger.query('NOTIFY corex_approvals')
    })
    await expect(page.getByText('Taken back by Maria Diaz.')).toBeVisible(TOLD)
    await picture(page, 'withdrawn-elsewhere')
  } finally {
    await close()
  }
})
