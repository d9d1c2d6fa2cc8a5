import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import type { CallInput } from '../../../shared/contract.ts'
import { newAccount } from '../../support/accounts.ts'
import { newCustomer } from '../../support/customers.ts'
import { newDocument } from '../../support/documents.ts'
import { pngPicture } from '../../support/png.ts'
import { newCashPosting, newTransfer } from '../../support/postings.ts'
import { newUser } from '../../support/users.ts'
import { TIME_ZONE } from '../../support/zone.ts'
import { call } from './call.ts'

export const PASSWORD = 'a long enough password'
const TEMPORARY = 'a temporary password'

export const STAFF = {
  admin: { username: 'a.lind', fullName: 'Astrid Lind', role: 'ADMIN' },
  teller: { username: 'm.diaz', fullName: 'Maria Diaz', role: 'TELLER' },
  supervisor: { username: 's.okafor', fullName: 'Samuel Okafor', role: 'SUPERVISOR' },
  auditor: { username: 'i.novak', fullName: 'Irena Novak', role: 'AUDITOR' },
} as const
export type StaffName = keyof typeof STAFF

/** Until the window, just started on a branch that is set up, takes a user name. */
export const untilSignedOut = (page: Page) => page.getByRole('heading', { name: 'Sign in' }).waitFor()

/** Signs in and waits until the window shows the work of that person: a press before would go to the one who was there. */
export async function signInAs(page: Page, who: StaffName): Promise<void> {
  await call(page, 'sessions.signIn', { username: STAFF[who].username, password: PASSWORD })
  await page.locator('header').getByText(STAFF[who].fullName, { exact: false }).waitFor()
}

/** Signs in as somebody and approves what is shown, as the second person who counts the same. */
export async function approveAs(
  page: Page,
  who: StaffName,
  approvalId: string,
  counted: string,
): Promise<void> {
  await signInAs(page, who)
  const { hash } = await call(page, 'approvals.read', { approvalId })
  const decision = { approvalId, hash, passwordHalf: null, counted }
  const { status } = await call(page, 'approvals.approve', decision)
  expect(status).toBe('APPROVED')
}

/** Signs in as somebody and decides that the one difference of a till that waits is posted. */
export async function decideDifference(page: Page, who: StaffName, reason: string): Promise<void> {
  await signInAs(page, who)
  const { approvals } = await call(page, 'approvals.list', { waiting: true })
  const approvalId = approvals.find(({ kind }) => kind === 'TILL_DIFFERENCE')?.id ?? ''
  const { hash } = await call(page, 'approvals.read', { approvalId })
  await call(page, 'approvals.approve', { approvalId, hash, passwordHalf: null, reason })
}

/** Opens a till for the teller, with a float that the supervisor counts too; ends signed in as the teller. */
export async function openTill(page: Page, tillId: string, float: string): Promise<void> {
  const { approvalId } = await call(page, 'tills.open', { key: randomUUID(), tillId, float })
  if (approvalId !== null) await approveAs(page, 'supervisor', approvalId, float)
  await signInAs(page, 'teller')
}

/** A set-up branch with one person of each role, each with a password of their own, and cash in the vault; nobody is signed in. */
export async function seedBranch(page: Page): Promise<void> {
  const { username, fullName } = STAFF.admin
  const administrator = { username, fullName, email: 'astrid@example.test', password: PASSWORD }
  await expect
    .poll(async () => (await call(page, 'sessions.get', {})).stage, { timeout: 120_000 })
    .toBe('setup')
  await call(page, 'branches.setUp', {
    branchName: 'Branch Nord',
    currency: 'USD',
    numberFormat: 'POINT_COMMA',
    weekend: [6, 7],
    timeZone: TIME_ZONE,
    tills: 3,
    administrator,
  })
  await signInAs(page, 'admin')
  const others = (['teller', 'supervisor', 'auditor'] as const).map((name) => STAFF[name])
  for (const { username: name, fullName: full, role } of others) {
    const user = newUser({ username: name, fullName: full, role, temporaryPassword: TEMPORARY })
    await call(page, 'users.create', user)
  }
  for (const { username: name } of others) {
    await call(page, 'sessions.signIn', { username: name, password: TEMPORARY })
    await call(page, 'sessions.changePassword', { currentPassword: TEMPORARY, newPassword: PASSWORD })
  }
  await signInAs(page, 'supervisor')
  const opening = { counted: '250000.00', description: 'Opening cash from head office' }
  const { approvalId } = await call(page, 'vault.moveCash', {
    key: randomUUID(),
    direction: 'IN',
    ...opening,
  })
  await approveAs(page, 'admin', approvalId, opening.counted)
  await call(page, 'sessions.signOut', {})
}

export type Seeded = { customerId: string; customerNumber: string; savings: string; current: string }

const PEOPLE = [
  ['Ana', 'Eriksson', '1974-08-12', '+46 70 174 06 05'],
  ['Anna', 'Erikson', '1991-02-03', '+46 70 174 06 06'],
  ['Lars', 'Eriksson', '1958-05-27', '+46 70 174 06 07'],
  ['Mei', 'Tanaka', '1988-11-19', '+46 70 174 06 08'],
] as const

/**
 * Customers with documents: the first one approved, with a savings and a current account and some postings; the others with
 * documents that wait for the supervisor. Ends signed in as the teller with an open till.
 */
export async function seedCustomers(page: Page): Promise<Seeded> {
  await signInAs(page, 'teller')
  const { tills } = await call(page, 'tills.list', {})
  await openTill(page, tills[0]?.id ?? '', '12000.00')
  const customers: { id: string; customerNumber: string }[] = []
  for (const [index, [firstName, lastName, dateOfBirth, phone]] of PEOPLE.entries()) {
    const form = newCustomer({
      firstName,
      lastName,
      dateOfBirth,
      phone,
      address: `Storgatan ${index + 4}`,
      email: `${firstName}.${lastName}@example.test`.toLowerCase(),
      occupation: 'Engineer',
      incomeRange: '20K_TO_50K',
    })
    const customer = await call(page, 'customers.register', form)
    customers.push(customer)
    await upload(page, customer.id, 'PASSPORT', `93X41K20${index}`, '2031-04-15')
    await upload(page, customer.id, 'UTILITY_BILL', `INV-2026-10${index}`, null)
  }
  const first = customers[0]
  if (first === undefined) throw new Error('No customer')
  await signInAs(page, 'supervisor')
  const { documents } = await call(page, 'documents.listQueue', {})
  for (const { id, shownHash, customerId } of documents) {
    if (customerId !== first.id) continue
    const { ticket } = await call(page, 'documents.readFile', { documentId: id })
    await call(page, 'documents.noteShown', { ticket })
    await call(page, 'documents.approve', { documentId: id, shownHash })
  }
  await signInAs(page, 'teller')
  const savings = await call(page, 'accounts.open', newAccount(first.id))
  const current = await call(page, 'accounts.open', newAccount(first.id, { accountType: 'CURRENT' }))
  const deposits = ['400.00', '1180.00', '250.00', '88.10']
  for (const amount of deposits)
    await call(page, 'postings.postDeposit', newCashPosting(savings.id, { amount }))
  const rent = { amount: '300.00', description: 'Rent for November' }
  await call(page, 'postings.postTransfer', newTransfer(savings.id, current.id, rent))
  await call(page, 'postings.postWithdrawal', newCashPosting(savings.id, { amount: '100.00' }))
  await signInAs(page, 'teller') // the window reads again what changed without it
  return {
    customerId: first.id,
    customerNumber: first.customerNumber,
    savings: savings.accountNumber,
    current: current.accountNumber,
  }
}

async function upload(
  page: Page,
  customerId: string,
  documentType: 'PASSPORT' | 'UTILITY_BILL',
  documentNumber: string,
  expiresAt: string | null,
) {
  const document = newDocument(customerId, { documentType, documentNumber, expiresAt })
  await uploadFile(page, document, pngPicture(600, 420))
}

/** Uploads a document with that file as the signed-in person. */
export async function uploadFile(
  page: Page,
  { content: _content, ...document }: CallInput<'documents.upload'>,
  file: Buffer,
): Promise<void> {
  // Bytes cross into the page as an array of numbers.
  const answer = await page.evaluate(
    ([given, bytes]) => {
      const { corex } = window as unknown as {
        corex: { invoke(n: string, i: unknown): Promise<{ ok: boolean }> }
      }
      return corex.invoke('documents.upload', { ...given, content: Uint8Array.from(bytes) })
    },
    [document, [...file]] as const,
  )
  if (!answer.ok) throw new Error(`documents.upload: ${JSON.stringify(answer)}`)
}
