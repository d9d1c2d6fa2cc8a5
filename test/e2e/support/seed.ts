import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { pngPicture } from '../../support/png.ts'
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

export async function signInAs(page: Page, who: StaffName): Promise<void> {
  await call(page, 'sessions.signIn', { username: STAFF[who].username, password: PASSWORD })
}

/** A set-up branch with one person of each role, each with a password of their own, and cash in the vault; nobody is signed in. */
export async function seedBranch(page: Page): Promise<void> {
  const { username, fullName } = STAFF.admin
  const administrator = { username, fullName, email: 'astrid@example.test', password: PASSWORD }
  await expect
    .poll(async () => (await call(page, 'sessions.get', {})).stage, { timeout: 60_000 })
    .toBe('setup')
  await call(page, 'branches.setUp', {
    branchName: 'Branch Nord',
    currency: 'USD',
    timeZone: 'Europe/Stockholm',
    tills: 3,
    administrator,
  })
  await signInAs(page, 'admin')
  const others = (['teller', 'supervisor', 'auditor'] as const).map((name) => STAFF[name])
  for (const { username: name, fullName: full, role } of others) {
    const email = `${name}@example.test`
    await call(page, 'users.create', {
      id: randomUUID(),
      username: name,
      fullName: full,
      email,
      role,
      temporaryPassword: TEMPORARY,
    })
  }
  for (const { username: name } of others) {
    await call(page, 'sessions.signIn', { username: name, password: TEMPORARY })
    await call(page, 'sessions.changePassword', { currentPassword: TEMPORARY, newPassword: PASSWORD })
  }
  await signInAs(page, 'supervisor')
  await call(page, 'vault.receiveCash', {
    key: randomUUID(),
    amount: '250000.00',
    description: 'Opening cash from head office',
  })
  await call(page, 'sessions.signOut', {})
}

type Seeded = { customerId: string; customerNumber: string; savings: string; current: string }

const PEOPLE = [
  ['Ana', 'Eriksson', '1974-08-12', '+46 70 174 06 05'],
  ['Anna', 'Erikson', '1991-02-03', '+46 70 174 06 06'],
  ['Lars', 'Eriksson', '1958-05-27', '+46 70 174 06 07'],
  ['Mei', 'Tanaka', '1988-11-19', '+46 70 174 06 08'],
] as const

/**
 * Customers with papers: the first one approved, with a savings and a current account and some postings; the others with
 * documents that wait for the supervisor. Ends signed in as the teller with an open till.
 */
export async function seedCustomers(page: Page): Promise<Seeded> {
  await signInAs(page, 'teller')
  const { tills } = await call(page, 'tills.list', {})
  await call(page, 'tills.open', { key: randomUUID(), tillId: tills[0]?.id ?? '', float: '12000.00' })
  const customers: { id: string; customerNumber: string }[] = []
  for (const [index, [firstName, lastName, dateOfBirth, phone]] of PEOPLE.entries()) {
    const customer = await call(page, 'customers.register', {
      id: randomUUID(),
      firstName,
      lastName,
      dateOfBirth,
      phone,
      country: 'SE',
      city: 'Stockholm',
      address: `Storgatan ${index + 4}`,
      email: `${firstName}.${lastName}@example.test`.toLowerCase(),
      occupation: 'Engineer',
      incomeRange: '20K_TO_50K',
    })
    customers.push(customer)
    await upload(page, customer.id, 'PASSPORT', `93X41K20${index}`, '2031-04-15')
    await upload(page, customer.id, 'UTILITY_BILL', `INV-2026-10${index}`, null)
  }
  const first = customers[0]
  if (first === undefined) throw new Error('No customer')
  await signInAs(page, 'supervisor')
  const { documents } = await call(page, 'documents.listQueue', {})
  for (const { id, shownHash, customerId } of documents) {
    if (customerId === first.id) await call(page, 'documents.approve', { documentId: id, shownHash })
  }
  await signInAs(page, 'teller')
  const savings = await openAccount(page, first.id, 'SAVINGS')
  const current = await openAccount(page, first.id, 'CURRENT')
  const deposits = ['400.00', '1180.00', '250.00', '88.10']
  for (const amount of deposits) await deposit(page, savings.id, amount)
  await call(page, 'postings.postTransfer', {
    key: randomUUID(),
    fromAccountId: savings.id,
    toAccountId: current.id,
    amount: '300.00',
    currency: 'USD',
    description: 'Rent for November',
  })
  await call(page, 'postings.postWithdrawal', {
    key: randomUUID(),
    accountId: savings.id,
    amount: '100.00',
    currency: 'USD',
    description: null,
  })
  await signInAs(page, 'teller') // the window asks anew for what changed behind its back
  return {
    customerId: first.id,
    customerNumber: first.customerNumber,
    savings: savings.accountNumber,
    current: current.accountNumber,
  }
}

const openAccount = (page: Page, customerId: string, accountType: 'SAVINGS' | 'CURRENT') =>
  call(page, 'accounts.open', {
    id: randomUUID(),
    customerId,
    accountType,
    currency: 'USD',
    agreedLimit: null,
  })

const deposit = (page: Page, accountId: string, amount: string) =>
  call(page, 'postings.postDeposit', {
    key: randomUUID(),
    accountId,
    amount,
    currency: 'USD',
    description: null,
  })

async function upload(
  page: Page,
  customerId: string,
  documentType: 'PASSPORT' | 'UTILITY_BILL',
  documentNumber: string,
  expiresAt: string | null,
) {
  const picture = [...pngPicture(600, 420)]
  const input = { id: randomUUID(), customerId, documentType, documentNumber, expiresAt }
  const answer = await page.evaluate(
    ([given, bytes]) => {
      const { corex } = window as unknown as {
        corex: { invoke(n: string, i: unknown): Promise<{ ok: boolean }> }
      }
      return corex.invoke('documents.upload', { ...given, content: Uint8Array.from(bytes) })
    },
    [input, picture] as const,
  )
  if (!answer.ok) throw new Error(`documents.upload: ${JSON.stringify(answer)}`)
}
