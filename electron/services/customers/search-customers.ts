import { sql } from 'kysely'
import type { CustomerRow } from '../../../shared/contract/customers.ts'
import { ok } from '../../../shared/result.ts'
import { readEmail } from '../../../shared/rules/email.ts'
import type { UseCase } from '../../workplace.ts'

type Found = { readonly customer: CustomerRow }

/**
 * The search is a function of the database, because only a function can use the trigram index. A whole e-mail address is
 * looked for in the form in which it is kept, whose domain is in its own letters.
 */
export const searchCustomers: UseCase<'customers', 'search'> = async ({ text, limit }, { db }) => {
  const wanted = readEmail(text) ?? text
  const { rows } =
    await sql<Found>`SELECT customer FROM search_customers(${wanted}, ${limit}) AS customer`.execute(db)
  return ok({ customers: rows.map(({ customer }) => customer) })
}

export const findDuplicates: UseCase<'customers', 'findDuplicates'> = async (person, { db }) => {
  const { firstName, lastName, dateOfBirth = null, phone, email } = person
  const { rows } =
    await sql<Found>`SELECT customer FROM find_duplicate_customers(${firstName}, ${lastName}, ${dateOfBirth},
    ${phone}, ${email}) AS customer`.execute(db)
  return ok({ customers: rows.map(({ customer }) => customer) })
}
