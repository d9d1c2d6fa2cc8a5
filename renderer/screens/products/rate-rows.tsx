import { useFieldArray } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { FormMoney } from '../../components/form/form-money.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import type { FormControl } from '../../components/form/use-field.tsx'
import { Rows } from './rows.tsx'
import type { TermsFields } from './terms-schema.ts'

type Props = {
  readonly control: FormControl<TermsFields>
  readonly currency: string
  readonly label: string
}

const MOST = 10

/** Bands of interest: the rate for the part of the balance above an amount. */
export function RateRows({ control, currency, label }: Props) {
  const { t } = useTranslation('products')
  const { fields, append, remove } = useFieldArray({ control, name: 'rates' })
  return (
    <Rows
      title={label}
      keys={fields.map(({ id }) => id)}
      add={fields.length < MOST ? t('form.addRate') : null}
      onAdd={() => append({ above: '', rate: '' })}
      onRemove={remove}
    >
      {(n) => (
        <>
          <FormMoney
            control={control}
            name={`rates.${n}.above`}
            label={t('form.above')}
            currency={currency}
          />
          <FormText control={control} name={`rates.${n}.rate`} label={t('form.percentAYear')} dir="ltr" />
        </>
      )}
    </Rows>
  )
}
