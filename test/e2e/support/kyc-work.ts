import { fileURLToPath } from 'node:url'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import type { CallInput } from '../../../shared/contract.ts'
import { newCustomer } from '../../support/customers.ts'
import { newDocument } from '../../support/documents.ts'
import { mandate } from '../../support/mandates.ts'
import { newCashPosting } from '../../support/postings.ts'
import { openSanctions } from '../../support/screening.ts'
import { call } from './call.ts'
import { type Seeded, signInAs, uploadFile } from './seed.ts'
import { changeStored } from './store-file.ts'

/** A photograph of a passport with its lines, as under the camera. */
export const PASSPORT = fileURLToPath(new URL('../../mrz/photographs/ordinary-3.jpg', import.meta.url))

export type KycWork = { readonly company: string; readonly child: string }

/** Beside the customers: what compliance has to do with them. Ends signed in as the teller. */
export async function seedKycWork(page: Page, userData: string, seeded: Seeded): Promise<KycWork> {
  await identify(userData)
  await signInAs(page, 'teller')
  await specimens(page, seeded.customerId)
  const people = await registerPeople(page)
  await parties(page, seeded, people.company)
  await cash(page, seeded)
  await expire(userData)
  await signInAs(page, 'teller')
  return people
}

/** Two of the customers as if their documents had been approved long ago; their new ones wait. */
const identify = (userData: string) =>
  changeStored(userData, (client) =>
    client.query(
      `UPDATE customers SET kyc_status = 'APPROVED' WHERE (first_name, last_name) IN (('Mei', 'Tanaka'), ('Lars', 'Eriksson'))`,
    ),
  )

/** A document that soon expires, one that has, and a customer whose review is due. */
const expire = (userData: string) =>
  changeStored(userData, async (client) => {
    await client.query(
      `UPDATE kyc_documents SET expires_at = current_date + 21 WHERE document_number = '93X41K200'`,
    )
  })

const drawn = (svg: string) => sharp(Buffer.from(svg)).png().toBuffer()

const PORTRAIT = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="600"><rect width="480" height="600" fill="#c9d3df"/>
<path d="M60 600c0-140 80-190 180-190s180 50 180 190z" fill="#40506a"/><ellipse cx="240" cy="260" rx="105" ry="140" fill="#e3b896"/>
<path d="M130 250c0-120 50-165 110-165s110 45 110 165c-20-60-60-80-110-80s-90 20-110 80z" fill="#4a3524"/></svg>`
const SIGNATURE = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="220"><rect width="640" height="220" fill="#fff"/>
<path d="M40 150c60-120 90-110 80-20s30 40 60-10 30 60 60 10 40-60 50 0 60 30 80-20 40 50 80 10 60-20 130-10"
 fill="none" stroke="#1b2f6b" stroke-width="7" stroke-linecap="round"/></svg>`

/** The photograph of the first customer and the specimen of her signature, approved. */
async function specimens(page: Page, customerId: string): Promise<void> {
  const paper = (documentType: 'PHOTO' | 'SIGNATURE', documentNumber: string) =>
    newDocument(customerId, { documentType, documentNumber, issuingCountry: null, expiresAt: null })
  await uploadFile(page, paper('PHOTO', 'P-10000008'), await drawn(PORTRAIT))
  await uploadFile(page, paper('SIGNATURE', 'S-10000008'), await drawn(SIGNATURE))
  await signInAs(page, 'supervisor')
  const { documents } = await call(page, 'documents.listQueue', {})
  for (const { id, shownHash, documentType } of documents) {
    if (documentType !== 'PHOTO' && documentType !== 'SIGNATURE') continue
    const { ticket } = await call(page, 'documents.readFile', { documentId: id })
    await call(page, 'documents.noteShown', { ticket })
    await call(page, 'documents.approve', { documentId: id, shownHash })
  }
  await signInAs(page, 'teller')
}

/** Somebody whose passport was typed with one character altered, a company, and a child with a guardian. */
async function registerPeople(page: Page): Promise<KycWork> {
  const nora = newCustomer({
    firstName: 'Peis Jotri Gusros',
    lastName: 'Hanluzar',
    dateOfBirth: '1971-10-24',
  })
  const { id } = await call(page, 'customers.register', nora)
  const passport = newDocument(id, {
    documentNumber: 'TIPJ8GYG1',
    issuingCountry: 'US',
    expiresAt: '2029-12-18',
  })
  await uploadFile(page, passport, readFileSync(PASSPORT))
  const firm = newCustomer({
    kind: 'COMPANY',
    firstName: null,
    lastName: 'Nordwind Trading AB',
    dateOfBirth: '2011-03-01',
    registrationNumber: '556677-1203',
  })
  const { customers } = await call(page, 'customers.search', { text: 'Lars Eriksson', limit: 5 })
  const minor = newCustomer({
    firstName: 'Mia',
    dateOfBirth: '2016-05-04',
    guardianId: customers[0]?.id ?? null,
  })
  const company = await call(page, 'customers.register', firm)
  const child = await call(page, 'customers.register', minor)
  return { company: company.id, child: child.id }
}

type NewParty = CallInput<'mandates.propose'>

/** A mandate with a limit, a joint holder, and who signs for the company and owns it, agreed by two people. */
async function parties(page: Page, { customerId, current }: Seeded, company: string): Promise<void> {
  const today = (await call(page, 'documents.listPolicies', {})).businessDate
  const idOf = async (text: string) =>
    (await call(page, 'customers.search', { text, limit: 5 })).customers[0]?.id ?? ''
  const [mei, lars] = [await idOf('Mei Tanaka'), await idOf('Lars Eriksson')]
  const account = await call(page, 'accounts.find', { accountNumber: current })
  const give = (customer: string, partyId: string, changes: Partial<NewParty>) =>
    call(page, 'mandates.propose', mandate(customer, partyId, { validFrom: today, ...changes }))
  await give(customerId, mei, { perPosting: '500', currency: 'USD', validUntil: '2027-06-30' })
  await give(customerId, lars, { power: 'JOINT', accountId: account.id, together: true })
  await give(company, mei, { power: 'SIGNATORY', together: true })
  await give(company, lars, { power: 'OWNER', share: '60' })
  await signInAs(page, 'supervisor')
  const { approvals } = await call(page, 'approvals.list', { waiting: true })
  for (const { id: approvalId } of approvals) {
    const { hash } = await call(page, 'approvals.read', { approvalId })
    await call(page, 'approvals.approve', { approvalId, hash, passwordHalf: null })
  }
  await signInAs(page, 'teller')
}

/** More cash than goes without a report, brought by somebody who is no customer. */
async function cash(page: Page, { savings }: Seeded): Promise<void> {
  const { id } = await call(page, 'accounts.find', { accountNumber: savings })
  const presenter = {
    name: 'Bo Lindqvist',
    dateOfBirth: '1980-02-03',
    document: { type: 'PASSPORT' as const, number: 'SE 4471902', country: 'SE' },
    onBehalfOf: 'Ana Eriksson',
  }
  for (const amount of ['6000', '7500'])
    await call(page, 'postings.postDeposit', newCashPosting(id, { amount, presenter }))
}

/** A list with names that are like some of the customers'. */
export const LISTED = openSanctions([
  { name: 'Lars Erik Ericsson', years: '1958-05-27', aliases: 'Lasse Eriksson;Lars Ericson' },
  { name: 'TANAKA, Mei', years: '1988', aliases: 'May Tanaka' },
  { name: 'Anna Erikson', years: '1990' },
  { name: 'Oleg Petrovich Smirnov', years: '1961', aliases: 'Oleg Smirnoff' },
]).map(({ fileName, content }) => ({ name: fileName, mimeType: 'text/csv', buffer: Buffer.from(content) }))

/** Documents as if they had been rejected eleven months ago, and one whose content is deleted since. */
export const ageDocuments = (userData: string) =>
  changeStored(userData, async (client) => {
    await client.query(
      `UPDATE kyc_documents SET status = 'REJECTED', rejection_reason = coalesce(rejection_reason, 'Unreadable'),
         created_at = now() - interval '13 months', decided_at = now() - interval '11 months'
       WHERE status = 'REJECTED' OR customer_id IN (SELECT id FROM customers WHERE last_name IN ('Eriksson', 'Tanaka') AND first_name <> 'Ana')`,
    )
    await client.query(
      `INSERT INTO document_deletions (id, rule_id, event_on, due_on, deleted_on, job_id, files)
       SELECT d.id, r.id, current_date - 400, current_date - 35, current_date - 34, uuidv7(), 1
       FROM kyc_documents d JOIN customers c ON c.id = d.customer_id
         JOIN retention_rules r ON r.purpose = 'IDENTITY' AND r.event = 'REJECTED' AND r.branch_id IS NULL
       WHERE c.last_name = 'Tanaka' AND d.issuing_country IS NOT NULL`,
    )
  })
