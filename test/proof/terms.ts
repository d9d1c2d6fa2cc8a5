import type { TestBranch } from '../support/branch.ts'
import type { FoldTerms } from '../support/interest-fold.ts'
import { addProduct } from '../support/products.ts'
import type { Kind, PostingKind } from './oracle.ts'

type FeeRule = {
  readonly flat: bigint
  readonly percent: bigint
  readonly least: bigint
  readonly most: bigint
}

/** A product as the oracle knows it: amounts in cents, per cents in ten-thousandths. */
export type Terms = {
  readonly kind: Kind
  readonly fees: Partial<Record<PostingKind, FeeRule>>
  readonly monthlyFee: bigint
  readonly interest: FoldTerms
}

const none = { dayCount: 'ACT_365F', bands: [], overdraftRate: 0n } as const

/** One that charges postings, one that bears interest, one with an overdraft and a monthly fee, and a loan. */
export const TERMS: readonly Terms[] = [
  {
    kind: 'SAVINGS',
    fees: {
      DEPOSIT: { flat: 25n, percent: 0n, least: 0n, most: 25n },
      WITHDRAWAL: { flat: 100n, percent: 5000n, least: 110n, most: 250n },
      TRANSFER: { flat: 0n, percent: 3333n, least: 10n, most: 200n },
    },
    monthlyFee: 0n,
    interest: none,
  },
  {
    kind: 'SAVINGS',
    fees: {},
    monthlyFee: 0n,
    interest: {
      dayCount: 'THIRTY_E_360',
      bands: [
        { above: 0n, rate: 10_000n },
        { above: 20_000n, rate: 255_000n },
      ],
      overdraftRate: 0n,
    },
  },
  {
    kind: 'CURRENT',
    fees: {},
    monthlyFee: 200n,
    interest: { dayCount: 'ACT_365F', bands: [], overdraftRate: 190_000n },
  },
  {
    kind: 'LOAN',
    fees: {},
    monthlyFee: 0n,
    interest: { dayCount: 'ACT_360', bands: [{ above: 0n, rate: 120_000n }], overdraftRate: 0n },
  },
]

export const decimal = (cents: bigint): string => {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0')
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
const perCent = (rate: bigint) => (Number(rate) / 10_000).toFixed(4)

/** The products of a branch, in the order of TERMS. */
export async function addProducts(branch: TestBranch): Promise<string[]> {
  const ids: string[] = []
  for (const { kind, fees, monthlyFee, interest } of TERMS)
    ids.push(
      await addProduct(branch, {
        type: kind,
        dayCount: interest.dayCount,
        monthlyFee: decimal(monthlyFee),
        rates: interest.bands.map(({ above, rate }) => ({ above: decimal(above), rate: perCent(rate) })),
        overdraftRate: perCent(interest.overdraftRate),
        fees: Object.entries(fees).map(([type, { flat, percent, least, most }]) => ({
          type,
          minimum: decimal(least),
          maximum: decimal(most),
          steps: [{ above: '0.00', flat: decimal(flat), percent: perCent(percent) }],
        })),
      }),
    )
  return ids
}

/** What a posting costs: half a cent is rounded up. */
export function feeFor({ fees }: Terms, type: PostingKind, cents: bigint): bigint {
  const rule = fees[type]
  if (rule === undefined) return 0n
  const exact = rule.flat * 1_000_000n + cents * rule.percent
  const rounded = (2n * exact + 1_000_000n) / 2_000_000n
  const least = rounded < rule.least ? rule.least : rounded
  return least > rule.most ? rule.most : least
}

/** The limits of what one person posts alone, in cents. */
export const LIMITS: Record<PostingKind, Record<'posting' | 'person' | 'account', bigint>> = {
  DEPOSIT: { posting: 40_000n, person: 150_000n, account: 70_000n },
  WITHDRAWAL: { posting: 30_000n, person: 90_000n, account: 50_000n },
  TRANSFER: { posting: 35_000n, person: 120_000n, account: 60_000n },
}
