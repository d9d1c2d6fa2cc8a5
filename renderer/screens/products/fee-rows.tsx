import { useFieldArray } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { CHARGED_POSTINGS } from '../../../shared/rules/product-terms.ts'
import { FormMoney } from '../../components/form/form-money.tsx'
import { FormSelect } from '../../components/form/form-select.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import type { FormControl } from '../../components/form/use-field.tsx'
import { Rows } from './rows.tsx'
import type { TermsFields } from './terms-schema.ts'

type Props = { readonly control: FormControl<TermsFields>; readonly currency: string }

const MOST = 12
const BLANK = { type: 'WITHDRAWAL', above: '', flat: '', percent: '', minimum: '', maximum: '' } as const

/** Fees on postings: a line is a type of posting from an amount on; several of a type are its steps. */
export function FeeRows({ control, currency }: Props) {
  const { t } = useTranslation('products')
  const { fields, append, remove } = useFieldArray({ control, name: 'fees' })
  const money = (n: number, name: 'above' | 'flat' | 'minimum' | 'maximum', label: string) => (
    <FormMoney control={control} name={`fees.${n}.${name}`} label={label} currency={currency} />
  )
  return (
    <Rows
      title={t('fees')}
      keys={fields.map(({ id }) => id)}
      add={fields.length < MOST ? t('form.addFee') : null}
      onAdd={() => append({ ...BLANK })}
      onRemove={remove}
    >
      {(n) => (
        <>
          <FormSelect
            control={control}
            name={`fees.${n}.type`}
            label={t('form.posting')}
            options={CHARGED_POSTINGS.map((value) => ({ value, label: t(`postingType.${value}`) }))}
          />
          {money(n, 'above', t('amountFrom'))}
          {money(n, 'flat', t('form.flat'))}
          <FormText control={control} name={`fees.${n}.percent`} label={t('form.percent')} dir="ltr" />
          {money(n, 'minimum', t('form.minimum'))}
          {money(n, 'maximum', t('form.maximum'))}
        </>
      )}
    </Rows>
  )
}
