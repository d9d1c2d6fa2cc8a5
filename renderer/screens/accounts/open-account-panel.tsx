import { useTranslation } from 'react-i18next'
import { customerAccountType } from '../../../shared/contract/fields.ts'
import { supportedCurrencies } from '../../../shared/currencies.ts'
import { FormSelect } from '../../components/form/form-select.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { AgreedLimit } from './agreed-limit.tsx'
import { ProductChoice } from './product-choice.tsx'
import { useOpenAccount } from './use-open-account.ts'

const CURRENCIES = supportedCurrencies.map(({ code, name }) => ({ value: code, label: `${code}  ${name}` }))

type Props = {
  readonly customerId: string
  readonly onOpened: (accountNumber: string, message: string) => void
  readonly onClose: () => void
}

/** Opens an account for an approved customer. A limit waits for a second person. */
export function OpenAccountPanel({ customerId, onOpened, onClose }: Props) {
  const { t } = useTranslation('accounts')
  const { control, cashOnlyIn, submit, failure } = useOpenAccount(customerId, onOpened)
  const types = customerAccountType.options.map((value) => ({ value, label: t(`type.${value}`) }))
  return (
    <PanelForm
      title={t('open.title')}
      submit={submit}
      leave={{ label: t('cancel'), run: onClose }}
      failure={failure}
    >
      <FormSelect
        searchable
        control={control}
        name="accountType"
        label={t('open.type')}
        options={types}
        startHere
      />
      <FormSelect
        control={control}
        name="currency"
        label={t('open.currency')}
        options={CURRENCIES}
        searchable
        {...(cashOnlyIn === null ? {} : { description: t('open.noCash', { currency: cashOnlyIn }) })}
      />
      <ProductChoice control={control} />
      <AgreedLimit control={control} />
    </PanelForm>
  )
}
