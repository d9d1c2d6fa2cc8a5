import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { launchCounter } from './support/begin.ts'
import { call } from './support/call.ts'
import { look } from './support/look.ts'
import { approveAs, decideDifference, signInAs } from './support/seed.ts'
import { goTo } from './support/tour.ts'

test('a supervisor sees what keeps the day open, closes it with a proof, prints it, and prints it again as a copy', async () => {
  test.setTimeout(600_000)
  const { page, close } = await launchCounter()
  try {
    await signInAs(page, 'supervisor')
    await goTo(page, 'Branch day')
    const proof = page.getByRole('region', { name: 'Proof of the day' })
    await expect(proof.getByText('Still open: Till 1.')).toBeVisible()
    await expect(proof.getByRole('row', { name: /Till 1 .* Held/ })).toContainText('after the count')
    await look(page, 'proof-open')
    await signInAs(page, 'teller')
    const closing = await call(page, 'tills.close', { key: randomUUID(), counted: '13810' })
    await approveAs(page, 'supervisor', closing.approvalId, '13810')
    await decideDifference(page, 'supervisor', 'Counted twice')
    await signInAs(page, 'supervisor')
    await goTo(page, 'Branch day')
    await expect(proof.getByText('Nothing keeps the day from being closed.')).toBeVisible()
    await expect(proof.getByRole('row', { name: /Vault .* Agrees/ })).toBeVisible()
    await page.getByRole('button', { name: 'Close the day' }).click()
    await page
      .getByRole('group', { name: 'Close the day' })
      .getByRole('button', { name: 'Close the day' })
      .click()
    await expect(proof.getByText('SHA-256')).toBeVisible()
    await look(page, 'proof-kept')
    await page.getByRole('button', { name: 'Preview', exact: true }).click()
    const preview = page.getByRole('dialog', { name: 'Preview' })
    await expect(preview.getByRole('img', { name: 'Page 1 of 1, as it is printed' })).toBeVisible()
    await look(page, 'proof-preview')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Preview', exact: true })).toBeFocused()
    for (const label of ['Print the proof', 'Print the proof', 'Save as JSON']) {
      const saved = page.waitForEvent('download')
      await page.getByRole('button', { name: label }).click()
      expect((await saved).suggestedFilename()).toMatch(/^day-\d{4}-\d{2}-\d{2}\.(pdf|json)$/)
    }
  } finally {
    await close()
  }
})
