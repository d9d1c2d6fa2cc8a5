import { expect, test } from '@playwright/test'
import { launchCounter } from './support/begin.ts'
import { call } from './support/call.ts'
import { pointersUsed, watchPointers } from './support/pointers.ts'
import { goTo } from './support/tour.ts'

const MOST_KEYS = 22

test('a deposit to a known account takes at most 22 keys and no pointer', async () => {
  const { page, close, savings } = await launchCounter()
  try {
    const before = await call(page, 'accounts.find', { accountNumber: savings })
    await goTo(page, 'Counter')
    await page.getByLabel('Find a customer').waitFor()
    await watchPointers(page)

    const keys = ['F4', ...savings.split(''), 'Enter', '5', '0', '0', 'Control+Enter']
    for (const key of keys) await page.keyboard.press(key)
    await expect(page.getByText('Deposit posted').first()).toBeVisible()

    // Holding Control for Enter counts as a key press.
    const presses = keys.length + keys.filter((key) => key.startsWith('Control+')).length
    console.log(`${presses} key presses`)
    expect(presses).toBeLessThanOrEqual(MOST_KEYS)
    expect(await pointersUsed(page)).toBe('none')
    const after = await call(page, 'accounts.find', { accountNumber: savings })
    expect(Number(after.ledgerBalance) - Number(before.ledgerBalance)).toBe(500)
  } finally {
    await close()
  }
})
