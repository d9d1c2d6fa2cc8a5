import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { newFolder } from './folders.ts'
import { launchTeller } from './launch.ts'
import { PASSWORD, STAFF } from './seed.ts'
import { goTo, heading, type Visit } from './tour.ts'

/**
 * Sets up a branch on a computer of its own and goes where that leads: the recovery sheet, its words typed back, the folder, the first full backup and its drill; then
 * another, empty computer that is restored from it. All by keyboard.
 */
export async function tourOfBackups(visit: Visit): Promise<void> {
  const share = join(newFolder(), 'share')
  mkdirSync(share)
  const teller = await launchTeller()
  try {
    const words = await seeToBackups(teller.page, visit, share)
    await lookAtBackups(teller.page, visit)
    await onAnotherComputer(visit, share, words)
  } finally {
    await teller.close()
    rmSync(share, { recursive: true, force: true })
  }
}

/** Types into one field after the other. */
async function typeAll(page: Page, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
}

async function seeToBackups(page: Page, visit: Visit, share: string): Promise<readonly string[]> {
  await page.setViewportSize({ width: 1440, height: 900 })
  await heading(page, 'Set up this branch')
  await visit(page, 'setup')
  await page.getByLabel('Name of the branch').fill('Branch Nord')
  await page.keyboard.press('Enter')
  await page.getByLabel('Full name').fill(STAFF.admin.fullName)
  await page.getByLabel('E-mail').fill('astrid@example.test')
  await page.getByLabel('User name').fill(STAFF.admin.username)
  await page.keyboard.press('Enter')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByLabel('Password again').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Make the sheet' })).toBeFocused()
  await visit(page, 'backups-first')
  await page.keyboard.press('Enter')
  await heading(page, 'Recovery sheet no. 1')
  await visit(page, 'backups-sheet')
  const words = await page.locator('[data-paper] li').allTextContents()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('Line 1', { exact: true })).toBeFocused()
  // Four letters of a word are enough.
  for (const line of words) await typeAll(page, firstLetters(line))
  await visit(page, 'backups-words-back')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('Folder or share')).toBeFocused()
  await visit(page, 'backups-folder')
  await page.keyboard.type(share)
  await page.keyboard.press('Control+Enter')
  return words
}

const firstLetters = (line: string) =>
  line
    .split(' ')
    .map((word) => word.slice(0, 4))
    .join(' ')

async function lookAtBackups(page: Page, visit: Visit): Promise<void> {
  await page.getByText(/Restored up to/).waitFor()
  await visit(page, 'backups')
  await page.getByRole('button', { name: 'Check the words of the sheet' }).click()
  await heading(page, 'Check the words')
  await visit(page, 'backups-check-words')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Restore this computer from a backup' }).click()
  await heading(page, 'Restore from a backup')
  await page.keyboard.press('Enter')
  await page.getByText(/^Restorable from/).waitFor()
  await visit(page, 'backups-restore')
  await page.keyboard.press('Escape')
  await goTo(page, 'Users')
}

async function onAnotherComputer(visit: Visit, share: string, words: readonly string[]): Promise<void> {
  const { page, close } = await launchTeller()
  try {
    await page.setViewportSize({ width: 1440, height: 900 })
    await heading(page, 'Set up this branch')
    await page.getByRole('button', { name: 'Restore from a backup' }).click()
    await heading(page, 'Restore from a backup')
    await visit(page, 'restore-gate')
    await page.keyboard.press('Escape')
    await heading(page, 'Set up this branch')
    await page.getByRole('button', { name: 'Restore from a backup' }).click()
    await typeAll(page, share)
    await page.getByText(/^Restorable from/).waitFor()
    await page.getByLabel('Line 1', { exact: true }).focus()
    for (const line of words) await typeAll(page, firstLetters(line))
    await visit(page, 'restore-gate-bank')
    await page.keyboard.press('Control+Enter')
    await heading(page, 'Sign in')
    await visit(page, 'restored')
  } finally {
    await close()
  }
}
