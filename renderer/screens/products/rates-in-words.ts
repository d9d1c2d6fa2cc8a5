import type { ProductTerms } from '../../../shared/contract/products.ts'
import { isNothing, percentOf } from './percent.ts'

/** `2.5 %`, or of several bands `1 % – 2.5 %`; null where nothing is paid. */
export function ratesInWords({ rates }: Pick<ProductTerms, 'rates'>): string | null {
  const paid = rates.map(({ rate }) => rate)
  if (paid.every(isNothing)) return null
  const sorted = paid.toSorted((a, b) => Number(a) - Number(b))
  const [least = '0', most = '0'] = [sorted.at(0), sorted.at(-1)]
  return least === most ? percentOf(least) : `${percentOf(least)} – ${percentOf(most)}`
}
