import { expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { pdfFile, plainPdf } from '../support/pdf.ts'
import { launchCounter } from './support/begin.ts'
import { call } from './support/call.ts'
import type { Teller } from './support/launch.ts'
import { PASSWORD, type Seeded, signInAs, STAFF } from './support/seed.ts'
import { changeStored, replaceStoredFile } from './support/store-file.ts'
import { goTo } from './support/tour.ts'

/** What a customer's page and documents show that is seldom: expired, damaged, in colours of print, and what is left of it. */

let teller: Teller & Seeded
let page: Page

test.describe.configure({ mode: 'default' }) // one window for all
test.beforeAll(async () => {
  teller = await launchCounter()
  page = teller.page
  await storePrintColours()
})
test.afterAll(async () => {
  await teller.close()
})

async function openCustomer(name: string) {
  await goTo(page, 'Customers')
  await page.getByLabel('Find a customer').fill(name)
  await page.getByRole('row', { name: new RegExp(name) }).dblclick()
  await expect(page.getByRole('heading', { name }).first()).toBeVisible()
}

test('an expired document is marked by a word and by its ink, legible in both themes', async () => {
  await changeStored(teller.userData, (client) =>
    client.query(`UPDATE kyc_documents SET expires_at = '2020-01-31' WHERE document_number = '93X41K200'`),
  )
  await openCustomer('Ana Eriksson')
  const row = page.getByRole('row', { name: /93X41K200/ })
  const mark = row.getByText('expired', { exact: true })
  await expect(mark).toBeVisible()
  await expect(page.getByRole('row', { name: /INV-2026-100/ })).not.toContainText('expired')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect(page.locator(`html[data-mantine-color-scheme=${colorScheme}]`)).toBeAttached()
    expect(contrast(await mark.evaluate(coloursOf))).toBeGreaterThanOrEqual(4.5)
    expect(await mark.evaluate(inkOf)).toBe(await page.evaluate(inkOfRefusals))
  }
  await page.emulateMedia({ colorScheme: 'light' })
})

/** The colour of a text, and the one that is painted behind it. */
const coloursOf = (text: Element): readonly [string, string] => {
  let behind: Element | null = text
  while (behind !== null && getComputedStyle(behind).backgroundColor.endsWith(', 0)'))
    behind = behind.parentElement
  return [getComputedStyle(text).color, getComputedStyle(behind ?? document.body).backgroundColor]
}

/** WCAG 2.2, relative luminance, of a colour that is written as rgb(). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
    const share = Number(part) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.2, contrast ratio. */
function contrast(colours: readonly [string, string]): number {
  const [darker = 0, lighter = 0] = colours.map(luminance).toSorted((one, other) => one - other)
  return (lighter + 0.05) / (darker + 0.05)
}

const inkOf = (text: Element) => getComputedStyle(text).color

/** The theme's ink for what is refused or over. */
function inkOfRefusals(): string {
  const probe = document.body.appendChild(document.createElement('i'))
  probe.style.color = 'var(--x-bad)'
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

/** A document of the queue, by its number: which kind it is, and whose. */
const WAITING = {
  '93X41K201': /Anna Erikson.*Passport/,
  'INV-2026-101': /Anna Erikson.*Utility bill/,
  '93X41K202': /Lars Eriksson.*Passport/,
  'INV-2026-102': /Lars Eriksson.*Utility bill/,
  '93X41K203': /Mei Tanaka.*Passport/,
  'INV-2026-103': /Mei Tanaka.*Utility bill/,
} as const
type Waiting = keyof typeof WAITING

async function review(number: Waiting) {
  await goTo(page, 'KYC review')
  const queue = page.getByRole('list', { name: 'Waiting documents' })
  await queue.getByRole('button', { name: WAITING[number] }).click()
  await expect(page.getByText(`Number ${number}`)).toBeVisible()
}

const approve = () => page.getByRole('main').getByRole('button', { name: 'Approve' })

test('a stored PDF that is damaged is shown as far as it goes, and the decision says what could not be shown', async () => {
  const WORD = 'BT /F 24 Tf 20 10 Td (Page) Tj ET'
  await replaceStoredFile(teller.userData, '93X41K202', plainPdf([`${WORD} /X Do`]))
  await replaceStoredFile(teller.userData, 'INV-2026-102', Buffer.from('%PDF-1.7 and nothing else'))
  await signInAs(page, 'supervisor')
  await review('93X41K202')
  await expect(page.getByText('Parts of this file are damaged and are missing here.')).toBeVisible()
  await expect(
    page.getByText('Parts of it are missing. Approve it only if what you see is enough.'),
  ).toBeVisible()
  await expect(page.getByRole('img', { name: 'Passport' }).locator('canvas')).toBeVisible()
  await review('INV-2026-102')
  await expect(page.getByText('This file cannot be shown: it is damaged.')).toBeVisible()
  await expect(page.getByText('What cannot be shown cannot be approved.')).toBeVisible()
  await expect(page.getByText('Parts of this file are damaged')).toHaveCount(0)
  await expect(approve()).toHaveAttribute('aria-disabled', 'true')
  for (const key of ['1', '2', '3', 'a']) await page.keyboard.press(key)
  await expect(page.getByText(/Utility bill of Lars Eriksson is approved/)).toHaveCount(0)
})

/** The colours of a point in the upper half of the page that is shown, from 0 to 255; those of nothing while it is drawn. */
const colourOf = (drawn: Element) => {
  if (!(drawn instanceof HTMLCanvasElement)) return []
  const { width, height } = drawn
  return [...(drawn.getContext('2d')?.getImageData(width / 2, height / 4, 1, 1).data ?? [])].slice(0, 3)
}

const square = (background: { r: number; g: number; b: number }) =>
  sharp({ create: { width: 900, height: 1200, channels: 3, background } })

/** Before anybody looks: the window keeps what it has read. */
async function storePrintColours() {
  const red = await square({ r: 200, g: 30, b: 30 }).toColourspace('cmyk').jpeg().toBuffer()
  const grey = await square({ r: 120, g: 120, b: 120 }).toColourspace('b-w').jpeg().toBuffer()
  await replaceStoredFile(teller.userData, '93X41K201', await pdfFile({ picture: red }))
  await replaceStoredFile(teller.userData, 'INV-2026-101', await pdfFile({ picture: grey }))
}

test('a JPEG in grey or in the four colours of print within a PDF is shown in its colours', async () => {
  await signInAs(page, 'supervisor')
  const shown = page.getByRole('main').locator('canvas')
  const isNear = async (colour: readonly number[]) => {
    const found = await shown.evaluate(colourOf)
    return found.length === 3 && found.every((part, at) => Math.abs(part - (colour[at] ?? 0)) < 40)
  }
  await review('93X41K201')
  await expect.poll(() => isNear([200, 30, 30])).toBe(true)
  await review('INV-2026-101')
  await expect.poll(() => isNear([120, 120, 120])).toBe(true)
})

/** What can be read, seen or found by a screen reader outside the work that is covered. */
const uncovered = () =>
  page.evaluate(() => {
    const copy = document.body.cloneNode(true)
    if (!(copy instanceof Element)) return ''
    for (const covered of copy.querySelectorAll('[inert], script, style')) covered.remove()
    return copy.outerHTML
  })
const CUSTOMER = /Tanaka|Eriks/

async function enterAgain() {
  await page.getByLabel('User name').fill(STAFF.supervisor.username)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
}

/** Pictures are drawn only once this is released, as on a slow computer. */
const holdDrawing = () =>
  page.evaluate(() => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const original = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'decode') ?? {}
    const held = function (this: HTMLImageElement) {
      return promise.then(() => Reflect.apply(original.value as () => Promise<void>, this, []))
    }
    Object.defineProperty(HTMLImageElement.prototype, 'decode', { ...original, value: held })
    Object.assign(window, { releaseDrawing: resolve })
  })
const releaseDrawing = () =>
  page.evaluate(() => (window as unknown as { releaseDrawing(): void }).releaseDrawing())

async function lock() {
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible()
}

async function unlock() {
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeHidden()
}

test('a document that is drawn while the workstation is locked can be approved after unlocking', async () => {
  await signInAs(page, 'supervisor')
  await goTo(page, 'Counter')
  await holdDrawing()
  await review('93X41K203')
  await lock()
  await releaseDrawing()
  await unlock()
  for (const key of ['1', '2', '3', 'a']) await page.keyboard.press(key)
  await expect(page.getByText(/Passport of Mei Tanaka is approved\.$/).first()).toBeAttached()
})

test('locked, thrown out or signed out, the window names no customer of before, not even to a screen reader', async () => {
  await signInAs(page, 'supervisor')
  await review('INV-2026-103')
  await expect(page.getByRole('main').locator('img, canvas').first()).toBeVisible()
  expect(await uncovered()).toMatch(CUSTOMER)
  await lock()
  expect(await uncovered()).not.toMatch(CUSTOMER)
  await unlock()

  for (const key of ['1', '2', '3', 'a']) await page.keyboard.press(key)
  await expect(page.getByText(/Utility bill of Mei Tanaka is approved\.$/).first()).toBeAttached()
  await changeStored(teller.userData, (client) =>
    client.query('UPDATE sessions SET ended_at = now() WHERE ended_at IS NULL'),
  )
  await expect(page.getByText('You are signed out')).toBeVisible({ timeout: 40_000 })
  expect(await uncovered()).not.toMatch(CUSTOMER)
  await enterAgain()

  await openCustomer('Mei Tanaka')
  await page.keyboard.press('Control+Shift+l')
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  expect(await page.content()).not.toMatch(CUSTOMER)
})

test('a change of the state begins with none chosen, and Escape is offered for one thing at a time', async () => {
  await signInAs(page, 'supervisor')
  await openCustomer('Ana Eriksson')
  const back = page.getByRole('button', { name: 'Back', exact: true })
  await expect(back).toContainText('Esc')
  await page.getByRole('button', { name: 'Change the state' }).click()
  await expect(back).not.toContainText('Esc')
  await expect(page.getByRole('combobox', { name: 'State' })).toHaveValue('')
  await page.getByLabel('Reason').fill('The customer asks for it')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Choose the state that the customer gets.')).toBeVisible()
  await page.getByLabel('Reason').fill('')
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('Reason')).toBeHidden()
  await expect(back).toContainText('Esc')
})

/** The supervisor agrees to the power that waits. */
async function agree() {
  await signInAs(page, 'supervisor')
  const { approvals } = await call(page, 'approvals.list', { waiting: true })
  const approvalId = approvals.find(({ kind }) => kind === 'PARTY')?.id ?? 'none'
  const { hash } = await call(page, 'approvals.read', { approvalId })
  await call(page, 'approvals.approve', { approvalId, hash, passwordHalf: null })
}

const signer = () => page.getByRole('checkbox', { name: /Mei Tanaka/ })

/** The slip of a withdrawal from Ana Eriksson's account. */
async function beginWithdrawal() {
  await signInAs(page, 'teller')
  await goTo(page, 'Counter')
  await page.keyboard.press('F5')
  await page.keyboard.type(teller.savings)
  await page.keyboard.press('Enter')
}

test('a mandate is given by two people, used at the counter, and offered no more once two have ended it', async () => {
  await changeStored(teller.userData, (client) =>
    client.query(`UPDATE customers SET kyc_status = 'APPROVED' WHERE last_name = 'Tanaka'`),
  )
  await signInAs(page, 'teller')
  await openCustomer('Ana Eriksson')
  await page.keyboard.press('p')
  await page.getByLabel('Who', { exact: true }).fill('Mei Tanaka')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^Proposed\. A supervisor who is somebody else/).first()).toBeVisible()
  await agree()

  await beginWithdrawal()
  await page.keyboard.type('5')
  await signer().check()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Withdrawal posted').first()).toBeVisible()

  await openCustomer('Ana Eriksson')
  await page.keyboard.press('t')
  await expect(page.getByText('signed by Mei Tanaka')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'End: Mei Tanaka' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^Proposed\. A supervisor who is somebody else/).first()).toBeVisible()
  await agree()

  await beginWithdrawal()
  await expect(page.getByLabel('Amount')).toBeFocused()
  await expect(signer()).toHaveCount(0)
  const { parties } = await call(page, 'mandates.signers', { accountId: await accountId() })
  expect(parties).toEqual([])
})

const accountId = async () => (await call(page, 'accounts.find', { accountNumber: teller.savings })).id
