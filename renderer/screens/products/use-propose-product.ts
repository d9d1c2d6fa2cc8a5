import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Product } from '../../../shared/contract/products.ts'
import { useCall } from '../../calls/use-call.ts'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { announce } from '../../feedback/announce.ts'
import { blankProduct, fieldsOf } from './blank-terms.ts'
import { bound, feesOf, termsSchema, type TermsFields } from './terms-schema.ts'

const FIELD_OF = {
  PRODUCT_NAME_TAKEN: 'name',
  CURRENCY_NOT_SUPPORTED: 'currency',
  TERMS_TOO_EARLY: 'validFrom',
  TERMS_ON_SAME_DAY: 'validFrom',
} as const

export type Start = {
  /** Null for a new product. */
  readonly product: Product | null
  readonly currency: string
  /** The first day that terms may begin on. */
  readonly earliest: string
}

/** Proposes a product or other terms of one, under one key and id, so that sending it twice proposes one. */
export function useProposeProduct({ product, currency, earliest }: Start, onDone: (message: string) => void) {
  const { t } = useTranslation('products')
  const propose = useCall('products.propose')
  const [key] = useState(() => crypto.randomUUID())
  const [newId] = useState(() => crypto.randomUUID())
  const [code, setCode] = useState(product?.currency ?? currency)
  const [start] = useState<TermsFields>(() =>
    product === null ? blankProduct(currency, earliest) : fieldsOf(product, earliest),
  )
  const form = useContractForm(termsSchema(code), start)
  const [kind, chosen] = useWatch({ control: form.control, name: ['accountType', 'currency'] })
  if (chosen !== code) setCode(chosen)
  const save = form.handleSubmit(async ({ name, accountType, currency: own, fees, ...terms }) => {
    const answer = await propose.run({
      key,
      productId: product?.id ?? newId,
      currency: own,
      product: product === null ? { name, accountType } : null,
      terms: { ...terms, feeWaivedFrom: bound(terms.feeWaivedFrom), fees: feesOf(fees) },
    })
    if (answer === null) return
    if (!answer.ok) {
      if (showFailure(form, answer.error, FIELD_OF)) propose.reset()
      return
    }
    const message = t('form.proposed', { name })
    announce(message)
    onDone(message)
  })
  return {
    control: form.control,
    kind,
    code,
    failure: propose.failure,
    busy: propose.busy,
    save: () => void save(),
  }
}
