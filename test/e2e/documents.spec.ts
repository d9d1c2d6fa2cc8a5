import { expect, type Page, test } from '@playwright/test'
import { pngPicture } from '../support/png.ts'
import { launchSignedOut, openCustomer, openUpload, signInByHand } from './support/by-hand.ts'
import type { Teller } from './support/launch.ts'
import { goTo } from './support/tour.ts'

/** Uploading several files, and deciding on documents, as the window shows it. */

let teller: Teller
let page: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  teller = await launchSignedOut()
  page = teller.page
})
test.afterAll(async () => {
  await teller.close()
})

const scan = (name: string) => ({ name, mimeType: 'image/png', buffer: pngPicture(60, 40) })

test('the files that are chosen together wait by name, and the form asks before it leaves them out', async () => {
  await signInByHand(page, 'teller')
  await openCustomer(page, 'tanaka', 'Mei Tanaka')
  await openUpload(page)
  await page.locator('input[type=file]').setInputFiles([scan('front.png'), scan('back.png')])
  await expect(page.getByRole('listitem').filter({ hasText: 'back.png' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('2 files are not uploaded yet')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Mei Tanaka' }).first()).toBeVisible()
})

/** Lets go of files above the place for them, as from a folder of the desktop. */
const drop = (...files: readonly (readonly [name: string, bytes: readonly number[]])[]) =>
  page.getByRole('region', { name: 'The chosen file' }).evaluate((place, dropped) => {
    const data = new DataTransfer()
    for (const [name, bytes] of dropped) data.items.add(new File([Uint8Array.from(bytes)], name))
    place.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
  }, files)

test('files that are dropped together are all taken, and one that cannot be is refused by its name', async () => {
  await openUpload(page)
  const picture = [...pngPicture(60, 40)]
  await drop(['front.png', picture], ['back.png', picture], ['notes.txt', [...Buffer.from('Some notes')]])
  for (const name of ['back.png', 'notes.txt'])
    await expect(page.getByRole('listitem').filter({ hasText: name })).toBeVisible()
  await drop(['notes.txt', [...Buffer.from('Some notes')]])
  await expect(page.getByText(/notes\.txt: Only JPEG, PNG, WebP and PDF/).first()).toBeVisible()
  for (const name of ['back.png', 'notes.txt'])
    await expect(page.getByRole('listitem').filter({ hasText: name })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Mei Tanaka' }).first()).toBeVisible()
})

test('files that are pasted are all taken, and one that cannot be is refused by its name', async () => {
  await openUpload(page)
  await page.getByText('Drop or paste files here').waitFor()
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.items.add(new File(['MZ is a program'], 'tool.exe'))
    data.items.add(new File(['MZ is another'], 'second.exe'))
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data }))
  })
  await expect(page.getByText(/tool\.exe: Only JPEG, PNG, WebP and PDF/).first()).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'second.exe' })).toBeVisible()
  await page.getByRole('button', { name: 'Leave it out and go on with the next file' }).click()
  await expect(page.getByText(/second\.exe: Only JPEG, PNG, WebP and PDF/).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Sign out' }).click()
})

/** Where ticks and buttons stand. */
const places = () =>
  page
    .locator(
      'main fieldset input[type=checkbox], main button:has-text("Approve"), main button:has-text("Reject")',
    )
    .evaluateAll((found) => found.map((part) => JSON.stringify(part.getBoundingClientRect())))

test('approving without ticks says so and moves neither ticks nor buttons', async () => {
  await signInByHand(page, 'supervisor')
  await goTo(page, 'KYC review')
  await page.getByRole('main').getByRole('button', { name: 'Approve' }).waitFor()
  const before = await places()
  expect(before.length).toBeGreaterThan(4)
  await page.keyboard.press('a')
  await expect(page.getByText('First tick what you have seen.').first()).toBeVisible()
  expect(await places()).toEqual(before)
})

test('the key of Reject now stands in one line at 960 by 600', async () => {
  await page.setViewportSize({ width: 960, height: 600 })
  await page.keyboard.press('r')
  const button = page.getByRole('main').getByRole('button', { name: 'Reject now' })
  const cap = button.locator('kbd')
  await expect(cap).toBeInViewport({ ratio: 1 })
  const { height, line } = await cap.evaluate((part) => ({
    height: part.getBoundingClientRect().height,
    line: Number.parseFloat(getComputedStyle(part).fontSize),
  }))
  expect(height).toBeLessThan(line * 2.2)
  const cut = await button.evaluate((part) =>
    [...part.querySelectorAll('span')].some((text) => text.scrollWidth > text.clientWidth + 1),
  )
  expect(cut).toBe(false)
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 1280, height: 800 })
})

test('Approve pressed while the document is on its way is held until it is shown, unless another key takes it back', async () => {
  const approve = page.getByRole('main').getByRole('button', { name: 'Approve' })
  await page.keyboard.press('j')
  for (const key of ['1', '2', '3', 'a', 'j']) await page.keyboard.press(key)
  await expect(approve).not.toHaveAttribute('aria-busy')
  for (const key of ['1', '2', '3', 'a']) await page.keyboard.press(key)
  await expect(page.getByText(/ is approved\.$/).first()).toBeAttached()
})
