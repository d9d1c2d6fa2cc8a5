import { expect, test, type Page } from '@playwright/test'
import { newCashPosting } from '../support/postings.ts'
import { launchCounter } from './support/begin.ts'
import { call } from './support/call.ts'
import { look } from './support/look.ts'
import { picturesOf } from './support/pictures.ts'
import { goTo } from './support/tour.ts'

/** By keys: a book is issued, a page goes out, what stands in the book is told, and a full book is followed by another one. */

async function openStatement(page: Page, number: string): Promise<void> {
  await goTo(page, 'Accounts')
  await page.getByRole('textbox', { name: 'Account number' }).first().fill(number)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Balance on a date' })).toBeVisible()
}

const pictures = async (page: Page, name: string) => {
  for (const width of [1280, 1440]) {
    await page.setViewportSize({ width, height: width === 1280 ? 800 : 900 })
    await picturesOf(page, `${name}-${width}`)
  }
}

test('a teller issues a passbook, brings it up to date page by page, says what stands in it, and issues the next', async () => {
  test.setTimeout(600_000)
  const { page, close, savings } = await launchCounter()
  const savePage = async () => {
    const saving = page.waitForEvent('download')
    await page.keyboard.press('Control+p')
    return (await saving).suggestedFilename()
  }
  const say = async (line: string) => {
    await page.getByRole('combobox', { name: 'Last line that stands in the book' }).click()
    await page.getByRole('option', { name: line }).click()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('What stands in the book is on record.').first()).toBeVisible()
  }
  try {
    const account = await call(page, 'accounts.find', { accountNumber: savings })
    await openStatement(page, savings)
    await page.getByRole('button', { name: 'Passbook' }).waitFor()
    await pictures(page, 'side')
    await page.keyboard.press('p')
    await expect(page.getByText('No passbook is issued for this account.')).toBeVisible()
    await pictures(page, 'issue')
    await page.keyboard.type('sb-004711')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Passbook SB-004711 is issued.').first()).toBeVisible()
    await expect(page.getByText('Page 1, line 1')).toBeVisible()
    await expect(page.getByRole('row', { name: /Brought forward/ })).toBeVisible()
    await page.keyboard.press('Escape')

    for (let n = 1; n <= 24; n++)
      await call(page, 'postings.postDeposit', newCashPosting(account.id, { amount: `${n}.00` }))
    await page.keyboard.press('F4')
    await page.getByLabel('Amount', { exact: true }).fill('25')
    await expect(page.getByRole('button', { name: 'Post deposit of 25.00 USD' })).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: 'Deposit posted' })).toBeVisible()
    await openStatement(page, savings)
    await page.keyboard.press('p')
    await expect(page.getByText('26 lines')).toBeVisible()
    await look(page, 'book')
    await pictures(page, 'book')
    expect(await savePage()).toBe('passbook-SB-004711-page-1.pdf')
    await expect(page.getByText('Saved as passbook-SB-004711-page-1.pdf.').first()).toBeVisible()
    await look(page, 'question')
    await pictures(page, 'question')
    await say('20: ')
    await expect(page.getByText('Page 1, line 21')).toBeVisible()
    await expect(page.getByText('6 lines')).toBeVisible()

    expect(await savePage()).toBe('passbook-SB-004711-page-1.pdf')
    await say('24: ')
    await expect(
      page.getByText('The page before is full. Turn to page 2, then print the rest.'),
    ).toBeVisible()
    await pictures(page, 'turn')
    expect(await savePage()).toBe('passbook-SB-004711-page-2.pdf')
    await say('26: ')
    await expect(page.getByText('Page 2, line 3')).toBeVisible()

    await page.getByRole('button', { name: 'End the book' }).click()
    await page.getByRole('combobox', { name: 'Why' }).click()
    await page.getByRole('option', { name: 'The customer has lost it' }).click()
    await pictures(page, 'end')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Book SB-004711 was ended.')).toBeVisible()
    await page.keyboard.type('SB-004712')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('row', { name: /Brought forward.*1,843\.10/ })).toBeVisible()
    await expect(page.getByText('SB-004711')).toBeVisible()
    await look(page, 'next-book')
    await pictures(page, 'next-book')
  } finally {
    await close()
  }
})
