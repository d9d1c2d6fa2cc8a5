import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import type { Case, Cases } from '../contract/cases.ts'
import { openDate } from '../support/days.ts'
import { addProduct, addTerms, newProduct, newTerms, otherTerms } from '../support/products.ts'

type Proposal = CallInput<'products.propose'>

const proposing =
  (changes: Partial<Proposal>): Case<'products.propose'> =>
  ({ as }) =>
    as('supervisor').ask('products.propose', newProduct(changes))

const withFee = (monthlyFee: string) => proposing({ terms: newTerms({ monthlyFee }) })

export const productCases = {
  'products.propose': {
    PRODUCT_NOT_FOUND: ({ as }) => as('supervisor').ask('products.propose', otherTerms(randomUUID())),
    PRODUCT_NAME_TAKEN: async (workplace) => {
      await addProduct(workplace.branch, { name: 'Taken' })
      return proposing({ product: { name: 'Taken', accountType: 'SAVINGS' } })(workplace)
    },
    CURRENCY_NOT_SUPPORTED: proposing({ currency: 'XXX' }),
    TERMS_TOO_EARLY: async (workplace) =>
      proposing({ terms: newTerms({ validFrom: await openDate(workplace.branch) }) })(workplace),
    TERMS_ON_SAME_DAY: async ({ as, branch }) => {
      const id = await addProduct(branch)
      await addTerms(branch, id, { validFrom: '2027-06-01' })
      return as('supervisor').ask('products.propose', otherTerms(id))
    },
    FEE_BOUNDS_CROSSED: proposing({
      terms: newTerms({
        fees: [
          {
            type: 'WITHDRAWAL',
            minimum: '5',
            maximum: '2',
            steps: [{ above: '0', flat: '1', percent: '0' }],
          },
        ],
      }),
    }),
    AMOUNT_NOT_A_NUMBER: withFee('a lot'),
    AMOUNT_NEGATIVE: withFee('-1'),
    AMOUNT_TOO_PRECISE: withFee('0.005'),
    AMOUNT_TOO_LARGE: withFee('10000000000000'),
    KEY_REUSED: async ({ as }) => {
      const proposal = newProduct()
      await as('supervisor').call('products.propose', proposal)
      return as('supervisor').ask('products.propose', {
        ...proposal,
        terms: newTerms({ monthlyFee: '9' }),
      })
    },
  },
} satisfies Partial<Cases>
