import { useTranslation } from 'react-i18next'
import { customerAccountType } from '../../../shared/contract/fields.ts'
import { supportedCurrencies } from '../../../shared/currencies.ts'
import { isOwed } from '../../../shared/rules/account-kinds.ts'
import { PRODUCT_DAY_COUNTS } from '../../../shared/rules/product-terms.ts'
import { FormDate } from '../../components/form/form-date.tsx'
import { FormMoney } from '../../components/form/form-money.tsx'
import { FormSelect } from '../../components/form/form-select.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import type { FormControl } from '../../components/form/use-field.tsx'
import { FeeRows } from './fee-rows.tsx'
import { RateRows } from './rate-rows.tsx'
import type { TermsFields } from './terms-schema.ts'
import { useProposeProduct, type Start } from './use-propose-product.ts'
import typography from '../../theme/typography.module.css'

type Props = Start & { readonly onDone: (message: string) => void; readonly onClose: () => void }

/** Proposes a new product, or other terms of one from a later day on. A second person agrees. */
export function ProposeProduct({ onDone, onClose, ...start }: Props) {
  const { t } = useTranslation('products')
  const { control, kind, code, failure, busy, save } = useProposeProduct(start, onDone)
  const owed = isOwed(kind)
  return (
    <PanelForm
      title={start.product === null ? t('form.new') : t('form.change', { name: start.product.name })}
      submit={{ label: t('form.propose'), run: save, busy }}
      leave={{ label: t('form.cancel'), run: onClose }}
      failure={failure}
    >
      <p className={typography.secondary}>{t('form.hint')}</p>
      {start.product === null && <NewProduct control={control} />}
      <FormDate
        control={control}
        name="validFrom"
        label={t('form.validFrom')}
        startHere={start.product !== null}
      />
      <RateRows control={control} currency={code} label={owed ? t('loanRate') : t('rate')} />
      {kind === 'CURRENT' && (
        <FormText control={control} name="overdraftRate" label={t('form.overdraftRate')} />
      )}
      <FormSelect
        control={control}
        name="dayCount"
        label={t('dayCount')}
        options={PRODUCT_DAY_COUNTS.map((value) => ({ value, label: t(`dayCounts.${value}`) }))}
      />
      <FormMoney control={control} name="monthlyFee" label={t('monthlyFee')} currency={code} />
      {!owed && (
        <>
          <FormMoney
            control={control}
            name="feeWaivedFrom"
            label={t('feeWaivedFrom')}
            description={t('form.feeWaivedHint')}
            currency={code}
          />
          <FormMoney control={control} name="minimumBalance" label={t('minimumBalance')} currency={code} />
          <FormText
            control={control}
            name="dormantAfter"
            label={t('form.dormantAfter')}
            description={t('form.dormantHint')}
          />
          <FeeRows control={control} currency={code} />
        </>
      )}
    </PanelForm>
  )
}

const CURRENCIES = supportedCurrencies.map(({ code, name }) => ({ value: code, label: `${code}  ${name}` }))

function NewProduct({ control }: { readonly control: FormControl<TermsFields> }) {
  const { t } = useTranslation(['products', 'accounts'])
  return (
    <>
      <FormText control={control} name="name" label={t('form.name')} maxLength={100} startHere />
      <FormSelect
        control={control}
        name="accountType"
        label={t('kind')}
        options={customerAccountType.options.map((value) => ({ value, label: t(`accounts:type.${value}`) }))}
      />
      <FormSelect control={control} name="currency" label={t('currency')} options={CURRENCIES} searchable />
    </>
  )
}
