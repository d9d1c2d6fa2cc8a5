import { expect, test, type Page } from '@playwright/test'
import { newCustomer } from '../support/customers.ts'
import { launchCounter } from './support/begin.ts'
import { call } from './support/call.ts'
import { signInAs } from './support/seed.ts'
import { goTo } from './support/tour.ts'

const ARABIC = { firstName: 'عبد الرحمن محمد عبد العزيز', lastName: 'الخطيب الأنصاري القحطاني' }

async function find(page: Page, name: string) {
  await goTo(page, 'Customers')
  await page.getByLabel('Find a customer').fill(name)
  return page.getByRole('row', { name: new RegExp(name) })
}

/** Whether the first letter of a name lies within what its list shows of it. */
const showsItsBeginning = (cell: Element) => {
  const text = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT).nextNode()
  const letter = document.createRange()
  if (text === null) return false
  letter.setStart(text, 0)
  letter.setEnd(text, 1)
  const [shown, room] = [letter.getBoundingClientRect(), cell.getBoundingClientRect()]
  return shown.left >= room.left - 1 && shown.right <= room.right + 1
}

test('a correction is proposed, read beside its document and found in the log by name; a double click opens one thing', async () => {
  const { page, close } = await launchCounter()
  try {
    await call(page, 'customers.register', newCustomer({ ...ARABIC, phone: '+46 70 174 06 31' }))

    const row = await find(page, 'Ana Eriksson')
    await row.dblclick()
    await expect(page.getByRole('heading', { name: 'Ana Eriksson' }).first()).toBeVisible()
    expect(await page.evaluate(() => String(getSelection()))).toBe('')

    await page.getByRole('button', { name: 'Correct name, birth or nationality' }).click()
    await page.getByLabel('Has one name only').check()
    await expect(page.getByLabel('First name')).toBeHidden()
    await page.getByLabel('Name', { exact: true }).fill('Anusha')
    await page.getByRole('combobox', { name: 'Document that shows it' }).click()
    await page.getByRole('option', { name: /93X41K200/ }).click()
    await page.getByLabel('Reason').fill('The passport has one name')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('The correction is proposed')).toBeVisible()

    await page.keyboard.press('Control+n')
    await page.keyboard.press('Control+Enter')
    const birth = page.locator('.mantine-InputWrapper-root', { has: page.getByLabel('Date of birth') })
    await expect(birth).toContainText('Fill this in.')
    await page.keyboard.press('Escape')

    await signInAs(page, 'auditor')
    await goTo(page, 'Audit')
    const log = page.getByRole('grid', { name: 'Audit log' })
    await expect(
      log.getByRole('row', { name: /Correction proposed Correction Ana Eriksson/ }).first(),
    ).toBeVisible()
    const time = log.getByRole('row').nth(1).locator('time')
    await expect(time).toContainText(/[+-]\d\d:\d\d$/)
    expect(await log.getByRole('row').nth(1).getByRole('gridcell').first().evaluate(isCut)).toBe(false)
    await page.setViewportSize({ width: 1000, height: 700 })
    const arabic = log.getByRole('row', { name: /Customer registered/ }).locator('bdi', { hasText: 'عبد' })
    expect(await arabic.first().evaluate(showsItsBeginning)).toBe(true)

    await page.setViewportSize({ width: 1280, height: 800 })
    await signInAs(page, 'supervisor')
    await (await find(page, 'Ana Eriksson')).click()
    await expect(page.getByText('Maria Diaz proposes a correction')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Approve the correction' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Passport 93X41K200' }).first().click()
    await expect(page.getByText('93X41K200').first()).toBeVisible()
    // Shown, it can be approved beside what it shows.
    await page.getByRole('button', { name: 'Approve the correction' }).click()
    await expect(page.getByText('The correction is approved.')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Anusha' }).first()).toBeVisible()
  } finally {
    await close()
  }
})

const isCut = (cell: Element) => cell.scrollWidth > cell.clientWidth
