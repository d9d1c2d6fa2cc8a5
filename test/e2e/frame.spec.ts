import { expect, type Page, test } from '@playwright/test'
import { launchCounter } from './support/begin.ts'
import { call } from './support/call.ts'
import { signInAs } from './support/seed.ts'
import { goTo } from './support/tour.ts'

/** Whether the page asks before it is loaded again. */
const asksBeforeReload = (page: Page) =>
  page.evaluate(() => {
    const event = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(event)
    return event.defaultPrevented
  })

test('the keys of the key bar, the palette, signing out and the themes work on screens that declare none of them', async () => {
  const { page, close, savings } = await launchCounter()
  const press = (key: string) => page.keyboard.press(key)
  const heading = (name: string | RegExp) => page.getByRole('heading', { name })
  try {
    const account = await call(page, 'accounts.find', { accountNumber: savings })
    const { lines } = await call(page, 'accounts.statement', {
      accountId: account.id,
      before: null,
      limit: 1,
    })
    const [last] = lines

    await goTo(page, 'Till')
    await heading('Till').first().waitFor()
    await press('F5')
    await expect(heading('Cash withdrawal')).toBeVisible()
    await press('F10')
    await expect(heading('Till').first()).toBeVisible()
    await press('F8')
    await expect(heading('Accounts').first()).toBeVisible()
    await expect(page.getByPlaceholder('Account number')).toBeVisible()
    await press('Control+n')
    await expect(heading('Register a customer')).toBeVisible()
    await press('Escape')
    await goTo(page, 'Till')
    await press('Escape')
    await expect(page.getByLabel('Find a customer')).toBeVisible()

    await press('Control+k')
    await page.keyboard.type(last?.reference ?? '')
    await expect(page.getByRole('option', { name: new RegExp(last?.reference ?? '-') })).toBeVisible()
    await press('Enter')
    await expect(
      page
        .getByRole('region', { name: 'Receipt' })
        .getByText(last?.reference ?? '-')
        .first(),
    ).toBeVisible()

    await press('Control+k')
    await page.keyboard.type('tr')
    await expect(page.getByRole('option').first()).toContainText('Transfer')
    await press('Escape')

    await page.evaluate(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
        document.body.setAttribute('data-violated', violatedDirective),
      )
    })
    for (const [theme, words] of [
      ['dark', 'Use the dark theme'],
      ['light', 'Use the light theme'],
    ] as const) {
      await press('Control+k')
      await page.keyboard.type(words)
      await press('Enter')
      await expect(page.locator(`html[data-mantine-color-scheme=${theme}]`)).toBeAttached()
    }
    await page.getByRole('button', { name: 'Use the dark theme' }).click()
    await expect(page.locator('html[data-mantine-color-scheme=dark]')).toBeAttached()
    await expect(page.locator('body')).not.toHaveAttribute('data-violated')

    await signInAs(page, 'supervisor')
    await goTo(page, 'Till')
    await press('F3')
    await page.getByLabel('What you counted').fill('100')
    await press('F4')
    await expect(page.getByText('What you typed here is not saved.').first()).toBeVisible()
    await expect(page.getByLabel('What you counted')).toHaveValue('100')
    expect(await asksBeforeReload(page)).toBe(true)
    await page.getByLabel('What you counted').fill('')
    expect(await asksBeforeReload(page)).toBe(false)

    await press('Control+Shift+l')
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  } finally {
    await close()
  }
})
