import { type Selectable, sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import type { DB } from '../../db/tables.ts'
import type { UseCase } from '../../workplace.ts'
import { rowOf } from './customer-row.ts'

type Row = Selectable<DB['customers']>

/** The search is a function of the database, because under row-level security only a function can use the trigram index. */
export const searchCustomers: UseCase<'customers', 'search'> = async ({ text, limit }, { db }) => {
  const { rows } = await sql<Row>`SELECT * FROM search_customers(${text}, ${limit})`.execute(db)
  return ok({ customers: rows.map(rowOf) })
}

export const findDuplicates: UseCase<'customers', 'findDuplicates'> = async (person, { db }) => {
  const { firstName, lastName, dateOfBirth = null, phone, email } = person
  const { rows } =
    await sql<Row>`SELECT * FROM find_duplicate_customers(${firstName}, ${lastName}, ${dateOfBirth},
    ${phone}, ${email})`.execute(db)
  return ok({ customers: rows.map(rowOf) })
}
