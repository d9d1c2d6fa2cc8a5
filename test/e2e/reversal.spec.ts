import { expect, test } from '@playwright/test'
import { launchCounter } from './support/begin.ts'
import { call } from './support/call.ts'
import { pointersUsed, watchPointers } from './support/pointers.ts'
import { goTo } from './support/tour.ts'

const MOST_KEYS = 6

test('5,000 typed for 500 is undone in front of the customer with at most six presses and no pointer', async () => {
  const { page, close, savings } = await launchCounter()
  try {
    const before = await call(page, 'accounts.find', { accountNumber: savings })
    await goTo(page, 'Counter')
    await page.getByLabel('Find a customer').waitFor()
    for (const key of ['F4', ...savings.split(''), 'Enter', '5', '0', '0', '0', 'Control+Enter'])
      await page.keyboard.press(key)
    await expect(page.getByText('Deposit posted').first()).toBeVisible()
    await watchPointers(page)

    const keys = ['F7', '1', 'Control+Enter']
    await page.keyboard.press('F7')
    await expect(page.getByText('Wrong amount')).toBeVisible()
    for (const key of keys.slice(1)) await page.keyboard.press(key)
    await expect(page.getByRole('heading', { name: 'Reversed' })).toBeVisible()
    await expect(page.getByText(/^Reverses/)).toBeVisible()

    // Holding Control for Enter counts as a key press.
    const presses = keys.length + keys.filter((key) => key.startsWith('Control+')).length
    console.log(`${presses} key presses`)
    expect(presses).toBeLessThanOrEqual(MOST_KEYS)
    expect(await pointersUsed(page)).toBe('none')
    const after = await call(page, 'accounts.find', { accountNumber: savings })
    expect(after.ledgerBalance).toBe(before.ledgerBalance)
  } finally {
    await close()
  }
})
