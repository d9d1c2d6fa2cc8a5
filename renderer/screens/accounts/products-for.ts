import type { Product } from '../../../shared/contract/products.ts'

/** The products beside the standard one that an account of a kind and currency can have, whose terms have begun on a date. */
export const productsFor = (
  products: readonly Product[],
  kind: string,
  currency: string,
  date: string,
): readonly Product[] =>
  products.filter(
    (product) =>
      !product.standard &&
      product.accountType === kind &&
      product.currency === currency &&
      product.terms.some(({ validFrom }) => validFrom <= date),
  )
