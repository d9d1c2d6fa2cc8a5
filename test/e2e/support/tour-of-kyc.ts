import type { Page } from '@playwright/test'
import { launchCounter } from './begin.ts'
import { openCustomer, openUpload } from './by-hand.ts'
import { call } from './call.ts'
import { ageDocuments, LISTED, PASSPORT, seedKycWork } from './kyc-work.ts'
import type { Seeded } from './seed.ts'
import { signInAs } from './seed.ts'
import { arrive, goTo, heading, type Visit } from './tour.ts'

type Branch = {
  readonly page: Page
  readonly visit: Visit
  readonly seeded: Seeded
  readonly userData: string
}

/** Visits what compliance shows at work: documents and cases, risk, matches, cash, who signs, and the key of the documents. */
export async function tourOfKyc(visit: Visit): Promise<void> {
  const teller = await launchCounter()
  const { page, userData, customerId, customerNumber, savings, current } = teller
  const seeded = { customerId, customerNumber, savings, current }
  try {
    await page.setViewportSize({ width: 1440, height: 900 })
    await seedKycWork(page, userData, seeded)
    const branch = { page, visit, seeded, userData }
    for (const part of PARTS) await part(branch)
  } finally {
    await teller.close()
  }
}

const open = (page: Page, name: string) => openCustomer(page, name, name)

const press = async (page: Page, ...keys: readonly string[]) => {
  for (const each of keys) await page.keyboard.press(each)
}

/** A withdrawal that somebody else signs and fetches, with what the signer looks like. */
async function atTheCounter({ page, visit, seeded }: Branch): Promise<void> {
  await goTo(page, 'Counter')
  await press(page, 'F5')
  await page.keyboard.type(seeded.savings)
  await press(page, 'Enter')
  await page.keyboard.type('200')
  await page.getByRole('checkbox', { name: /Mei Tanaka/ }).waitFor()
  await visit(page, 'slip-signers')
  await press(page, 'F12')
  await page.getByRole('img', { name: /Signature of/ }).waitFor()
  await visit(page, 'slip-specimens')
  await page.getByRole('checkbox', { name: /Mei Tanaka/ }).check()
  await press(page, 'Control+o')
  await page.getByLabel('Name, as the document shows it').waitFor()
  await page.getByRole('textbox', { name: 'Find a customer of the bank' }).fill('tanaka')
  await page.getByRole('list', { name: 'Customers' }).getByRole('button').waitFor()
  await visit(page, 'slip-presenter')
  await page.getByRole('list', { name: 'Customers' }).getByRole('button').click()
  await page.getByRole('button', { name: /Post withdrawal/ }).waitFor()
  await visit(page, 'slip-presented')
  await press(page, 'Control+Enter')
  await heading(page, 'Withdrawal posted')
  await visit(page, 'slip-signed-posted')
  await press(page, 'Escape')
}

/** Who signs, the risk, a stored document, the timeline; a company and a child. */
async function customerPages({ page, visit }: Branch): Promise<void> {
  await open(page, 'Ana Eriksson')
  await page.getByRole('heading', { name: 'Who may sign' }).scrollIntoViewIfNeeded()
  await visit(page, 'customer-signers')
  await press(page, 'p')
  await page.getByLabel('Who', { exact: true }).waitFor()
  await visit(page, 'customer-give-power')
  await press(page, 'Escape')
  await page.getByRole('button', { name: 'End: Mei Tanaka' }).click()
  await visit(page, 'customer-end-power')
  await press(page, 'Escape')
  await press(page, 'y')
  await page.getByRole('heading', { name: 'Risk of the customer' }).waitFor()
  await visit(page, 'customer-rate')
  await page.getByRole('combobox', { name: 'Risk' }).click()
  await page.getByRole('option', { name: 'High' }).click()
  await page.getByLabel('Why').fill('Large deposits in cash by others')
  await press(page, 'Control+Enter')
  await page
    .getByText(/^Proposed\. A supervisor/)
    .first()
    .waitFor()
  await visit(page, 'customer-rated')
  await press(page, 't')
  await page.getByText('signed by Mei Tanaka').waitFor()
  await visit(page, 'customer-timeline-full')
  await press(page, 'Escape')
  await page
    .getByRole('row', { name: /93X41K200/ })
    .getByRole('button')
    .first()
    .click()
  await page.getByRole('main').locator('canvas, img').first().waitFor()
  await visit(page, 'customer-document')
  await press(page, 'Escape')
  await open(page, 'Nordwind Trading AB')
  await visit(page, 'customer-company')
  await open(page, 'Mia Eriksson')
  await visit(page, 'customer-child')
}

/** A passport that fills the form, with a character altered by hand. */
async function upload({ page, visit }: Branch): Promise<void> {
  await open(page, 'Mia Eriksson')
  await openUpload(page)
  await page.getByRole('button', { name: 'Choose a file' }).waitFor()
  await visit(page, 'upload-empty')
  await page.locator('input[type=file]').setInputFiles(PASSPORT)
  const number = page.getByLabel('Number on the document')
  await page.getByText('its check digit agrees').first().waitFor()
  await number.fill('TIPJ8GYG2')
  await visit(page, 'upload-read')
  await press(page, 'Escape')
  await press(page, 'Escape')
}

const CASE = /Hanluzar.*Passport/

async function openCase(page: Page): Promise<void> {
  await goTo(page, 'KYC review')
  await page.getByRole('list', { name: 'Waiting documents' }).getByRole('button', { name: CASE }).click()
  await page.getByRole('region', { name: 'Read from the document' }).waitFor()
  await page.getByRole('main').locator('canvas, img').first().waitFor()
}

/** What was read and typed differ; the case is taken, more is asked for, and the document rejected. */
async function cases({ page, visit }: Branch): Promise<void> {
  await signInAs(page, 'supervisor')
  await openCase(page)
  await visit(page, 'case-difference')
  await press(page, 'c')
  await page.getByText(/^Yours until/).waitFor()
  await visit(page, 'case-taken')
  await press(page, 'm')
  await page.getByLabel('A proof of address').check()
  await page.getByLabel('In words').fill('A bill of the last three months')
  await visit(page, 'case-ask')
  await press(page, 'Control+Enter')
  await page.getByText('Asked for').first().waitFor()
  await visit(page, 'case-asked')
  await press(page, 'r')
  await press(page, '5')
  await visit(page, 'case-reject')
  await press(page, 'Control+Enter')
  await page
    .getByText(/is rejected\.$/)
    .first()
    .waitFor({ state: 'attached' })
  await visit(page, 'case-next')
}

/** The teller sees what is asked for, brings the passport again, and the supervisor what was brought before. */
async function broughtAgain({ page, visit }: Branch): Promise<void> {
  await signInAs(page, 'teller')
  await open(page, 'Peis Jotri Gusros Hanluzar')
  await visit(page, 'customer-asked')
  await openUpload(page)
  await page.locator('input[type=file]').setInputFiles(PASSPORT)
  await page.getByText('its check digit agrees').first().waitFor()
  await press(page, 'Control+Enter')
  await page.getByText('is uploaded and waits for approval').first().waitFor()
  await press(page, 'Escape')
  await signInAs(page, 'supervisor')
  await openCase(page)
  await page.getByText('Brought before').first().waitFor()
  await visit(page, 'case-again')
}

async function due({ page, visit }: Branch): Promise<void> {
  await goTo(page, 'KYC due')
  await page.getByRole('row').nth(1).click()
  await page.getByRole('heading', { name: 'Risk and review' }).waitFor()
  await visit(page, 'due-customer')
  await press(page, 'v')
  await page.getByLabel('What was found').waitFor()
  await visit(page, 'due-review')
  await press(page, 'Escape')
  await goTo(page, 'KYC policy')
  await page.getByRole('row').nth(3).click()
  await page.getByLabel('How many of them').waitFor()
  await visit(page, 'policy-propose')
  await page.getByLabel('Years between reviews').fill('1')
  await press(page, 'Control+Enter')
  await page
    .getByText(/^Proposed\. Another person/)
    .first()
    .waitFor()
  await visit(page, 'policy-proposed')
  await goTo(page, 'Limits')
  await page.getByRole('grid', { name: 'Rules for cash' }).getByRole('row').nth(1).click()
  await page.getByLabel('Days that are added up').waitFor()
  await visit(page, 'cash-rules')
}

/** The rules of retention, what is due by them, what a hold keeps, and what was deleted. */
async function retention({ page, visit, userData }: Branch): Promise<void> {
  const { customers } = await call(page, 'customers.search', { text: 'Lars Eriksson', limit: 5 })
  await call(page, 'documents.placeLegalHold', {
    key: crypto.randomUUID(),
    customerId: customers[0]?.id ?? '',
    reason: 'Asked for by the court, case 2207',
  })
  await ageDocuments(userData)
  await goTo(page, 'Retention')
  await page.getByRole('row').nth(1).click()
  await page.getByLabel('Years').first().waitFor()
  await visit(page, 'retention')
  for (const [chip, name] of [
    [/^Due/, 'retention-due'],
    [/^Kept by a hold/, 'retention-held'],
    [/^Deleted/, 'retention-deleted'],
  ] as const) {
    await page.getByRole('button', { name: chip }).click()
    await page.getByRole('row').nth(1).click()
    await page.getByText(/^Counted from/).waitFor()
    await visit(page, name)
  }
}

/** A list is imported; a match is looked at, cleared, confirmed. */
async function screening({ page, visit }: Branch): Promise<void> {
  await goTo(page, 'Screening')
  await press(page, 'Control+i')
  await page.locator('input[type=file]').setInputFiles(LISTED)
  await page.getByText('Names and aliases').waitFor()
  await visit(page, 'screening-import')
  await press(page, 'Control+Enter')
  await page
    .getByText(/customers are screened/)
    .first()
    .waitFor()
  await page.getByLabel('Name', { exact: true }).fill('Oleg Smirnof')
  await press(page, 'Enter')
  await page.getByText('Why the names are alike').first().waitFor()
  await visit(page, 'screening-compared')
  await press(page, 'Control+i')
  await page.getByRole('list', { name: 'Matches' }).getByRole('button').first().waitFor()
  await visit(page, 'screening-case')
  await press(page, 'c')
  await page.getByLabel('What shows it').fill('Born in another year, by the passport')
  await visit(page, 'screening-clear')
  await press(page, 'Control+Enter')
  await page.getByLabel('What shows it').waitFor({ state: 'hidden' })
  await press(page, 'x')
  await page.getByLabel('What shows it').fill('Same passport number and birth')
  await visit(page, 'screening-confirm')
  await press(page, 'Control+Enter')
  await page.getByLabel('What shows it').waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Confirmed', exact: true }).click()
  await page.getByText('The customer is who is listed.').first().waitFor()
  await visit(page, 'screening-confirmed')
}

/** Who decides on a rating, and on the end of a power. */
async function approvals({ page, visit }: Branch): Promise<void> {
  await goTo(page, 'Approvals')
  for (const name of ['Risk of a customer', 'KYC policy']) {
    await page.getByRole('main').getByRole('listitem').filter({ hasText: name }).click()
    await heading(page, name)
    await visit(page, `approvals-${name.toLowerCase().replaceAll(' ', '-')}`)
  }
}

async function alerts({ page, visit }: Branch): Promise<void> {
  await signInAs(page, 'auditor')
  await arrive(page, visit, 'Cash alerts', 'alert', page.getByRole('heading', { name: 'Postings behind it' }))
  await press(page, 'n')
  await visit(page, 'alert-reason-missing')
  await page
    .getByLabel('Why there is none, or a note to the report')
    .fill('Reported with the fields that are on record')
  await page.getByRole('button', { name: 'Report', exact: false }).last().click()
  await page.getByText('No alert waits').waitFor()
  await page.getByRole('button', { name: 'Decided', exact: true }).click()
  await page.getByRole('button', { name: 'JSON' }).waitFor()
  await visit(page, 'alert-reported')
}

/** The key of the documents is changed by two people, by keys alone. */
async function key({ page, visit }: Branch): Promise<void> {
  await signInAs(page, 'admin')
  await arrive(page, visit, 'Document key', 'key', page.getByRole('heading', { name: 'Change the key' }))
  await press(page, 'p')
  await page.keyboard.type('A supervisor has left')
  await visit(page, 'key-propose')
  await press(page, 'Control+Enter')
  // The focus goes to what takes the place of the form.
  await page
    .locator(':focus')
    .getByText(/proposed another key/)
    .waitFor()
  await visit(page, 'key-waits')
  await signInAs(page, 'supervisor')
  await goTo(page, 'Approvals')
  await page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: 'Another key of the documents' })
    .click()
  await heading(page, 'Another key of the documents')
  await visit(page, 'approvals-key')
  await press(page, 'a')
  await page.getByText(/^Approved by/).waitFor()
  await signInAs(page, 'admin')
  await arrive(page, visit, 'Document key', 'key-approved', page.getByText(/^Another key is approved/))
  await press(page, 'Control+Enter')
  await page.getByText('The key is changed').waitFor()
  await visit(page, 'key-changed')
}

const PARTS = [
  atTheCounter,
  customerPages,
  upload,
  cases,
  broughtAgain,
  due,
  retention,
  screening,
  approvals,
  alerts,
  key,
]
