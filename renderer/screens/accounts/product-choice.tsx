import { useEffect } from 'react'
import { useController, useWatch, type Control } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useQueryCall } from '../../calls/use-call.ts'
import { FormSelect } from '../../components/form/form-select.tsx'
import { productsFor } from './products-for.ts'
import type { OpeningAccount } from './use-open-account.ts'

type Fields = OpeningAccount['control'] extends Control<infer T> ? T : never

/** Which product the account gets, where the bank has more than one of its kind and currency. */
export function ProductChoice({ control }: Pick<OpeningAccount, 'control'>) {
  const { t } = useTranslation('accounts')
  const { answer } = useQueryCall('products.list', {})
  const [kind, currency] = useWatch<Fields, ['accountType', 'currency']>({
    control,
    name: ['accountType', 'currency'],
  })
  const { field } = useController({ control, name: 'productId' })
  const { value, onChange } = field
  const others =
    answer.state === 'known'
      ? productsFor(answer.value.products, kind, currency, answer.value.businessDate)
      : []
  // A product of another kind or currency is none of this account.
  const isStale = value !== '' && !others.some(({ id }) => id === value)
  useEffect(() => {
    if (isStale) onChange('')
  }, [isStale, onChange])
  if (others.length === 0) return null
  const options = [
    { value: '', label: t('open.standardProduct') },
    ...others.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return <FormSelect control={control} name="productId" label={t('open.product')} options={options} />
}
