import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import truth from '../mrz/photographs/truth.json' with { type: 'json' }
import { newCustomer } from '../support/customers.ts'
import { BEGINNINGS_OF_PICTURES, filesIn, filesWith, formsOf } from '../support/find-bytes.ts'
import { pngPicture } from '../support/png.ts'
import { launchCounter } from './support/begin.ts'
import { openCustomer, openUpload } from './support/by-hand.ts'
import { call } from './support/call.ts'
import { newFolder } from './support/folders.ts'
import { launchTeller, type Teller } from './support/launch.ts'
import { preparedFolder } from './support/prepared.ts'
import { signInAs } from './support/seed.ts'
import { type SharedServer, startSharedServer } from './support/shared-server.ts'
import { goTo } from './support/tour.ts'

/** A passport is held under a camera, altered by hand, rejected, taken again and approved; two windows are open all the while. */

const PASSPORT = fileURLToPath(new URL('../mrz/photographs/ordinary-3.jpg', import.meta.url))

let server: SharedServer
let counter: Teller
let office: Teller
let page: Page
let loads = 0
const films = newFolder()
/** All that the two workstations keep, and what they lay down for a while. */
const kept = [newFolder(), newFolder()] as const
const temporary = newFolder()

/** What the camera sees: the photograph again and again, as a file of JPEGs one after the other. */
async function film(folder: string): Promise<string> {
  const frame = await sharp(PASSPORT)
    .resize({ width: 1280, height: 960, fit: 'cover' })
    .jpeg({ quality: 92 })
    .toBuffer()
  const file = join(folder, 'passport.mjpeg')
  writeFileSync(file, Buffer.concat(Array.from({ length: 8 }, () => frame)))
  return file
}

test.describe.configure({ mode: 'serial', timeout: 300_000 })
test.beforeAll(async () => {
  server = await startSharedServer(await preparedFolder('customers'))
  const camera = [
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${await film(films)}`,
  ]
  const env = { ...server.env, TMPDIR: temporary }
  counter = await launchCounter({
    from: server.from,
    userData: kept[0],
    env: { ...env, DOUBLE_ARGS: JSON.stringify(camera) },
  })
  open.push(counter)
  page = counter.page
  office = await launchTeller({ userData: kept[1], env })
  open.push(office)
  await signInAs(office.page, 'supervisor')
  for (const window of [page, office.page]) window.on('load', () => (loads += 1))
})
test.afterAll(async () => {
  await closeBoth()
  await server.stop()
  for (const folder of [films, ...kept, temporary]) rmSync(folder, { recursive: true, force: true })
})

/** The workstations that are still open. */
const open: Teller[] = []
const closeBoth = async () => {
  for (const teller of open.splice(0)) await teller.close()
}

const BILL = 'electricity-of-zarford.png'
const picture = (window: Page, name: string) =>
  window.screenshot({ path: test.info().outputPath(`${name}.png`) })
const number = () => page.getByLabel('Number on the document')
const submit = () => page.keyboard.press('Control+Enter')

/** Reading is given seconds of a processor, which other journeys use too. */
const READ = { timeout: 90_000 }

/** Takes the passport with the camera, which cuts it and fills the form. */
async function photograph() {
  await page.keyboard.press('F11')
  await expect(page.getByText('The document is in sight. Hold still.')).toBeVisible()
  await picture(page, 'camera')
  await page.keyboard.press('F11')
  await expect(number()).toHaveValue('TIPJ8GYGI', READ)
  await picture(page, 'read')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Undo' })).not.toHaveAttribute('aria-disabled')
  await picture(page, 'cut')
}

test('a passport under the camera is seen, taken by one key, cut, read, and fills the form', async () => {
  await call(page, 'customers.register', newCustomer({ firstName: 'Nora', lastName: 'Zarford' }))
  await openCustomer(page, 'zarford', 'Nora Zarford')
  await openUpload(page)
  await photograph()
  await number().fill('TIPJ8GYG1')
  await expect(page.getByText('The document reads TIPJ8GYGI. The reviewer sees both.')).toBeVisible()
  await submit()
  await expect(page.getByText('Passport is uploaded').first()).toBeVisible()
})

async function openCase(kind: string) {
  await goTo(office.page, 'KYC review')
  await office.page
    .getByRole('listitem')
    .filter({ hasText: 'Nora Zarford' })
    .filter({ hasText: kind })
    .click()
}

test('the supervisor sees the difference and rejects it with a reason', async () => {
  const { page: desk } = office
  await openCase('Passport')
  const facts = desk.getByRole('region', { name: 'Read from the document' })
  await expect(facts.getByText('TIPJ8GYGI')).toBeVisible()
  await expect(facts.getByText('On file: TIPJ8GYG1')).toBeVisible()
  await picture(desk, 'difference')
  await desk.keyboard.press('r')
  await desk.getByRole('button', { name: /Data differs/ }).click()
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByText('Passport of Nora Zarford is rejected.').first()).toBeAttached()
})

/** Approves that document, which is looked at first. */
async function approve(kind: string) {
  const { page: desk } = office
  await openCase(kind)
  for (const key of ['1', '2', '3', 'a']) await desk.keyboard.press(key)
  await expect(desk.getByText(`${kind} of Nora Zarford is approved.`).first()).toBeAttached()
}

test('it is taken again, approved, and the account is opened', async () => {
  await photograph()
  await submit()
  await expect(page.getByText('Passport is uploaded').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible() // the next form's, not the last one's
  const bill = { name: BILL, mimeType: 'image/png', buffer: pngPicture(600, 420) }
  await page.locator('input[type=file]').setInputFiles(bill)
  await number().fill('INV-2026-777')
  await submit()
  await expect(page.getByText('Utility bill is uploaded').first()).toBeVisible()
  await approve('Passport')
  await approve('Utility bill')
  await page.getByRole('button', { name: 'Open an account' }).first().click()
  await submit()
  await expect(page.getByText(/account [\d-]+ is open/).first()).toBeAttached()
  expect(loads).toBe(0)
})

test('what the two workstations leave holds no picture, no name of a file and no line of a zone', async () => {
  await closeBoth()
  // Chromium's favicons hold the icon of the application itself; Electron keeps none.
  const files = filesIn([...kept, temporary]).filter((file) => basename(file) !== 'Favicons')
  const { lines } = truth['ordinary-3.jpg']
  const texts = [BILL, 'TIPJ8GYGI', 'TIPJ8GYG1', ...lines, ...lines.map((line) => line.slice(5, 25))]
  expect(filesWith(files, [Buffer.from('corex-')]).length).toBeGreaterThan(0) // the search finds what stands there
  expect(filesWith(files, [...BEGINNINGS_OF_PICTURES, ...texts.flatMap(formsOf)])).toEqual([])
  expect(readdirSync('/dev/shm').filter((name) => name.startsWith('corex-scan-'))).toEqual([])
})
