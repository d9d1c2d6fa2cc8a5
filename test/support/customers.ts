import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import type { CustomerRow, CustomerView } from '../../shared/contract/customers.ts'
import type { TestBranch } from './branch.ts'
import { insertSql, only, type Queryable } from './queries.ts'

type NewCustomer = CallInput<'customers.register'>

/** A whole customer as a teller registers one; no two of them have the same id. */
export const newCustomer = (changes: Partial<NewCustomer> = {}): NewCustomer => ({
  id: randomUUID(),
  firstName: 'Ana',
  lastName: 'Eriksson',
  dateOfBirth: '1974-08-12',
  email: null,
  phone: '+46 70 174 06 05',
  address: 'Storgatan 4',
  postcode: '111 29',
  city: 'Stockholm',
  country: 'SE',
  nationality: 'SE',
  taxResidences: [{ country: 'SE', tin: null }],
  occupation: null,
  incomeRange: null,
  ...changes,
})

/** What of a customer may be changed later: how to reach them, and what they do. */
export function contactOf(customer: NewCustomer) {
  const {
    id: _id,
    kind: _kind,
    registrationNumber: _number,
    guardianId: _guardian,
    firstName: _first,
    lastName: _last,
    dateOfBirth: _birth,
    nationality: _nationality,
    ...contact
  } = customer
  return contact
}

type Ask = CustomerView['asks'][number]

/** What the default policy asks of a person. */
export const ASKS: [Ask, Ask] = [
  { need: 'identity', types: ['PASSPORT', 'NATIONAL_ID', 'DRIVERS_LICENSE'], countries: null, count: 1 },
  { need: 'address', types: ['UTILITY_BILL', 'BANK_STATEMENT'], countries: null, count: 1 },
]

const ID = '0192f0c0-0000-7000-8000-000000000001'

/** A customer as a list shows one. */
export const customerRow = (changes: Partial<CustomerRow> = {}): CustomerRow => ({
  id: ID,
  kind: 'PERSON',
  registrationNumber: null,
  customerNumber: 'C-10000008',
  firstName: 'Ana',
  lastName: 'Eriksson',
  dateOfBirth: '1974-08-12',
  phone: '+46701740605',
  email: null,
  kycStatus: 'PENDING',
  status: 'ACTIVE',
  ...changes,
})

/** A customer as the customer screen shows one, with neither documents nor accounts. */
export const customerView = (changes: Partial<CustomerView> = {}): CustomerView => ({
  ...contactOf(newCustomer()),
  nationality: 'SE',
  taxResidences: [{ country: 'SE', tin: null }],
  statusReason: null,
  guardianId: null,
  asks: ASKS,
  waitsForCheck: false,
  minor: false,
  ...customerRow(),
  createdAt: '2026-11-23T10:00:00Z',
  updatedAt: '2026-11-23T10:00:00Z',
  documents: [],
  accounts: [],
  ...changes,
})

/** The statement that writes a customer into the table, as text: column → SQL expression, over those that every customer has. */
export const insertCustomerSql = (columns: Readonly<Record<string, string>> = {}): string =>
  insertSql('customers', {
    id: 'gen_random_uuid()',
    first_name: `'Ana'`,
    last_name: `'Eriksson'`,
    date_of_birth: `'1974-08-12'`,
    ...columns,
  })

/** What a teller typed, by the names of its columns, as an SQL literal. */
function typedSql(changes: Partial<NewCustomer>): string {
  const {
    id: _id,
    firstName,
    lastName,
    dateOfBirth,
    taxResidences,
    incomeRange,
    registrationNumber = null,
    guardianId = null,
    ...details
  } = newCustomer({
    phone: '+46701740605',
    ...changes,
  })
  const name = { first_name: firstName, last_name: lastName, date_of_birth: dateOfBirth }
  const typed = JSON.stringify({
    ...name,
    ...details,
    tax_residences: taxResidences,
    income_range: incomeRange,
    registration_number: registrationNumber,
    guardian_id: guardianId,
  })
  return `'${typed.replaceAll("'", "''")}'`
}

/** A call of `register_customer()`, as text; `id` is an SQL expression. */
export const registerCustomerSql = (changes: Partial<NewCustomer> = {}, id = 'gen_random_uuid()'): string =>
  `SELECT register_customer(${id}, ${typedSql(changes)})`

/** A call of `change_contact()`, as text; `id`, and when the customer was changed last, are SQL expressions. */
export const changeContactSql = (changes: Partial<NewCustomer>, id: string, updatedAt: string): string =>
  `SELECT change_contact(${id}, ${updatedAt}, ${typedSql(changes)})`

/** Registers a customer over a teller's or supervisor's connection, and answers the id. */
export async function registerCustomer(
  connection: Queryable,
  changes: Partial<NewCustomer> = {},
): Promise<string> {
  const id = randomUUID()
  await connection.query(registerCustomerSql(changes, `'${id}'`))
  return id
}

/** A customer who counts as approved without a document; the database's own rules do not allow that. */
export async function approvedCustomer(
  { database, staff }: TestBranch,
  changes: Readonly<Record<string, string>> = {},
): Promise<string> {
  const columns = { kyc_status: `'APPROVED'`, created_by: `'${staff.teller.id}'`, ...changes }
  const { rows } = await database.superuser.query<{ id: string }>(
    `${insertCustomerSql(columns)} RETURNING id`,
  )
  return only(rows).id
}
