import { expect, type Page, test } from '@playwright/test'
import { pngPicture } from '../support/png.ts'
import { booksFaults } from './support/books.ts'
import { launchTeller, type Teller } from './support/launch.ts'
import { PASSWORD, STAFF } from './support/seed.ts'
import { goTo } from './support/tour.ts'

/** The main workflow by four people at one workstation, using only what the window shows. */

const ROLE_NAMES = { TELLER: 'Teller', SUPERVISOR: 'Supervisor', AUDITOR: 'Auditor' }

let teller: Teller
let page: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  teller = await launchTeller()
  page = teller.page
})
test.afterAll(async () => {
  await teller.close()
})

const nav = () => page.getByRole('navigation', { name: 'Main' })

async function signIn(username: string, password = PASSWORD) {
  await page.getByLabel('User name').fill(username)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
}

async function signOut() {
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
}

/** Types into a list that opens beneath its field, and chooses the match. */
async function choose(label: string, option: string) {
  await page.getByLabel(label, { exact: true }).first().click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

test('the first start sets up the branch and signs its administrator in', async () => {
  await page.getByLabel('Name of the branch').fill('Branch Nord')
  await page.keyboard.press('Enter')
  // Leaving the empty field by this press, as long as a person holds it, shows an error that moves the button; the press still meets it.
  await page.getByRole('button', { name: 'Back', exact: true }).click({ delay: 150 })
  await expect(page.getByLabel('Name of the branch')).toHaveValue('Branch Nord')
  await page.keyboard.press('Enter')
  await page.getByLabel('Full name').fill(STAFF.admin.fullName)
  await page.getByLabel('E-mail').fill('astrid@example.test')
  await page.getByLabel('User name').fill(STAFF.admin.username)
  await page.keyboard.press('Enter')
  await page.getByLabel('Password', { exact: true }).fill('too short')
  await page.getByLabel('Password again').fill('too short')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/at least 15 characters/i).first()).toBeVisible()
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByLabel('Password again').fill(PASSWORD)
  await page.keyboard.press('Enter')
  // The bank's only data is here: where its backups go is asked next, and may wait.
  await expect(page.getByRole('heading', { name: 'Backups', exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Make the sheet' })).toBeFocused()
  await page.getByRole('button', { name: 'Later', exact: true }).click()
  await expect(nav().getByRole('button', { name: 'Users' })).toBeVisible()
})

test('the administrator makes users, who choose passwords of their own', async () => {
  const made: { username: string; temporary: string }[] = []
  for (const person of [STAFF.teller, STAFF.supervisor, STAFF.auditor]) {
    await page.keyboard.press('Control+n')
    await page.getByLabel('Name', { exact: true }).fill(person.fullName)
    await page.getByLabel('User name').fill(person.username)
    await page.getByLabel('E-mail').fill(`${person.username}@example.test`)
    // Enter stops at the role, which nobody has chosen yet, and opens its list instead of passing it.
    await page.getByLabel('E-mail').press('Enter')
    await expect(page.getByRole('combobox', { name: 'Role' })).toBeFocused()
    await page.keyboard.press('Enter')
    await page.getByRole('option', { name: ROLE_NAMES[person.role], exact: true }).click()
    await page.getByRole('button', { name: 'Make one' }).click()
    const temporary = await page.getByLabel('Temporary password', { exact: true }).inputValue()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(`${person.fullName} can sign in now.`).first()).toBeVisible()
    made.push({ username: person.username, temporary })
    await page.keyboard.press('Escape')
  }
  for (const { username, temporary } of made) {
    await signOut()
    await signIn(username, temporary)
    await page.getByRole('heading', { name: 'Choose a new password' }).waitFor()
    await page.getByLabel('Current password').fill(temporary)
    await page.getByLabel('New password').fill(PASSWORD)
    await page.getByLabel('Password again').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await nav().waitFor()
  }
  await signOut()
})

test('the supervisor brings cash into the vault, and the administrator counts it too', async () => {
  await signIn(STAFF.supervisor.username)
  await goTo(page, 'Till')
  await page.keyboard.press('F3')
  await page.getByLabel('What you counted').pressSequentially('50k')
  await page.getByLabel('Where it came from').fill('Delivery 1184 from head office')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('50,000.00').first()).toBeVisible()
  await signOut()
  await countSecond(STAFF.admin.username, '50000')
  await signOut()
})

/** Signs in as the second person, who counts the cash that waits, approves and goes. */
async function countSecond(username: string, counted: string): Promise<void> {
  await signIn(username)
  await goTo(page, 'Approvals')
  await page.getByLabel('What you counted').fill(counted)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('What you counted')).toHaveCount(0)
}

test('the teller opens a till and registers a customer with documents', async () => {
  await signIn(STAFF.teller.username)
  await goTo(page, 'Till')
  await page.getByLabel('Cash from the vault').fill('1000')
  await page.getByRole('button', { name: /^Open the till/ }).click()
  await expect(page.getByText('You hold Till 1').first()).toBeVisible()
  await signOut()
  await countSecond(STAFF.supervisor.username, '1000')
  await signOut()
  await signIn(STAFF.teller.username)

  await goTo(page, 'Customers')
  await page.keyboard.press('Control+N')
  await page.getByLabel('First name').fill('Ana')
  await page.getByLabel('Last name').fill('Eriksson')
  await page.getByLabel('Date of birth').fill('1974-08-12')
  await page.getByLabel('Country', { exact: true }).first().fill('Swed')
  await page.getByRole('option', { name: 'Sweden' }).click()
  await page.getByLabel('Phone', { exact: true }).fill('070-174 06 05')
  await page.getByLabel('Address').fill('Storgatan 4')
  await page.getByLabel('City').fill('Stockholm')
  await page.getByLabel('Nationality').first().fill('se')
  await page.keyboard.press('Enter')
  await page.getByLabel('Tax residence').first().fill('se')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/is registered as C-\d{8}/).first()).toBeVisible()

  const documents = [
    { number: '93X41K207', validUntil: '2031-04-15', kind: 'Passport' },
    { number: 'INV-2026-10', kind: 'Utility bill' },
  ]
  await page.getByRole('button', { name: 'Upload documents' }).first().click()
  for (const document of documents) {
    const scan = { name: 'scan.png', mimeType: 'image/png', buffer: pngPicture(600, 420) }
    await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible()
    await page.locator('input[type=file]').setInputFiles(scan)
    await choose('Kind of document', document.kind)
    await page.getByLabel('Number on the document').fill(document.number)
    if (document.validUntil !== undefined) await page.getByLabel(/^Valid until/).fill(document.validUntil)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(`${document.kind} is uploaded`).first()).toBeVisible()
  }
  await signOut()
})

test('the supervisor looks at both documents and approves them', async () => {
  await signIn(STAFF.supervisor.username)
  await goTo(page, 'KYC review')
  for (const kind of ['Passport', 'Utility bill']) {
    await expect(page.getByRole('heading', { name: kind }).first()).toBeVisible()
    for (const key of ['1', '2', '3', 'a']) await page.keyboard.press(key)
    await expect(page.getByText(`${kind} of Ana Eriksson is approved.`).first()).toBeAttached()
  }
  await expect(page.getByText('Nothing waits for a decision')).toBeVisible()
  await signOut()
})

test('the teller opens two accounts, takes a deposit, pays out and transfers', async () => {
  await signIn(STAFF.teller.username)
  await goTo(page, 'Customers')
  await page.getByLabel('Find a customer').fill('eriksson')
  await page.getByRole('row', { name: /Ana Eriksson/ }).dblclick()
  await page.getByRole('heading', { name: 'Ana Eriksson' }).first().waitFor()
  for (const kind of ['Savings', 'Current']) {
    await page.getByRole('button', { name: 'Open an account' }).first().click()
    await choose('Kind of account', kind)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(new RegExp(`${kind} account [\\d-]+ is open`)).first()).toBeAttached()
  }

  await goTo(page, 'Counter')
  await page.keyboard.press('F2')
  await page.keyboard.type('eriksson')
  await page.getByRole('button', { name: /Ana Eriksson/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Ana Eriksson' }).first().waitFor()

  await page.keyboard.press('F4')
  await page.keyboard.press('Enter')
  await page.keyboard.type('500')
  await post('Deposit posted')
  // Not the till's balance: whoever counts a till is not told what it holds.
  await expect(page.getByText('1,500.00')).toHaveCount(0)

  await page.keyboard.press('F5')
  await page.keyboard.press('Enter')
  await page.keyboard.type('600')
  await expect(page.getByText('Only 500.00 USD is available on the account.')).toBeVisible()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('120.50')
  await post('Withdrawal posted')

  const current = await page
    .getByRole('row', { name: /Current/ })
    .first()
    .textContent()
  const number = /\d{4}-\d{3}-\d{3}/.exec(current ?? '')?.[0] ?? ''
  await page.keyboard.press('F6')
  await page.keyboard.press('Enter')
  await page.keyboard.type(number)
  await page.keyboard.press('Enter')
  await page.keyboard.type('79.50')
  await post('Transfer posted')
})

/** Posts the slip with its key and sees the result. The key of the next slip goes on with the same customer. */
async function post(done: string) {
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Control+Enter') // a nervous second press
  await expect(page.getByText(done).first()).toBeVisible()
}

test('the statement runs from the deposit to the balance, and can be saved', async () => {
  await page.keyboard.press('F8')
  const rows = page.getByRole('row')
  await expect(rows.filter({ hasText: '300.00' }).first()).toBeVisible()
  await expect(rows.filter({ hasText: '379.50' }).first()).toBeVisible()
  await expect(rows.filter({ hasText: '500.00' }).first()).toBeVisible()
  await page.keyboard.press('f')
  await page.keyboard.type('500.00')
  await expect(page.getByText('1 posting', { exact: true })).toBeVisible()
  await expect(rows.filter({ hasText: '379.50' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(rows.filter({ hasText: '379.50' }).first()).toBeVisible()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as PDF' }).click()
  expect((await saved).suggestedFilename()).toMatch(/^statement-.*\.pdf$/)
})

test('the teller counts and closes the till, a little short', async () => {
  await goTo(page, 'Till')
  await page.keyboard.press('F10')
  await expect(page.getByText('1,379.50')).toHaveCount(0) // blind
  await page.getByText('Total only').click()
  await page.getByLabel('Counted').fill('1379')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Till 1 is counted').first()).toBeVisible()
  await signOut()
  await countSecond(STAFF.supervisor.username, '1379')
  await expect(page.getByText(/^Approved by/)).toBeVisible()
  await page.keyboard.press('j')
  await page.getByLabel('Why it is posted as it is').fill('Half a dollar, counted twice')
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Approve/ })
    .click()
  await expect(page.getByText(/^Approved by/)).toBeVisible()
  await page.keyboard.press('j')
  await expect(page.getByText('Nothing waits for a second person')).toBeVisible()
  await signOut()
})

test('the auditor reads who did it', async () => {
  await signIn(STAFF.auditor.username)
  const log = page.getByRole('grid', { name: 'Audit log' })
  await expect(log.getByRole('row', { name: /Maria Diaz Posted/ }).first()).toBeVisible()
  for (const key of ['j', 'j', 'j', 'Enter']) await page.keyboard.press(key)
  await expect(page.getByRole('heading', { name: 'Till closed' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Before' })).toBeVisible()
  await page.keyboard.press('Escape')
  // Further down than what the list has drawn.
  await page.getByRole('combobox', { name: 'Action' }).click()
  await page.getByRole('option', { name: 'Approved', exact: true }).click()
  await expect(log.getByRole('row', { name: /Samuel Okafor Document approved/ }).first()).toBeVisible()
  await expect(nav().getByRole('button', { name: 'Counter' })).toHaveCount(0)
})

test('closing and starting again finds it all there, and the books balance', async () => {
  expect(await booksFaults(teller.userData)).toEqual([])
  const { userData } = teller
  await teller.app.close()
  teller = await launchTeller({ userData })
  page = teller.page
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await expect(page.getByText('Branch Nord').first()).toBeVisible()
  await signIn(STAFF.supervisor.username)
  await goTo(page, 'Customers')
  await page.getByLabel('Find a customer').fill('eriksson')
  await expect(page.getByRole('row', { name: /Ana Eriksson/ })).toBeVisible()
})
