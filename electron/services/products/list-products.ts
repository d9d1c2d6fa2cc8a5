import { sql } from 'kysely'
import type { Product } from '../../../shared/contract/products.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** Every product with its terms, and the date of the caller's branch. */
export const listProducts: UseCase<'products', 'list'> = async (_input, { db }) => {
  const { rows } = await sql<{ businessDate: string; products: Product[] }>`
    SELECT business_date AS "businessDate", products FROM list_products()`.execute(db)
  return ok({ businessDate: rows[0]?.businessDate ?? '', products: rows[0]?.products ?? [] })
}
