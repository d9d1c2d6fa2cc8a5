import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import type { PartyView } from '../../../shared/contract/mandates.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { FormDate } from '../../components/form/form-date.tsx'
import { FormMoney } from '../../components/form/form-money.tsx'
import { FormSelect } from '../../components/form/form-select.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { accountChoices, currencyOf, mayBeTogether, powersOf } from './party-choices.ts'
import { useProposeParty, type PartyFormModel } from './use-propose-party.ts'

type Props = {
  readonly customer: CustomerView
  /** The power that is changed; null where another one is given. */
  readonly replaces: PartyView | null
  readonly onClose: (message?: string) => void
}

/** Proposes power for somebody, or another form of one that is in force. */
export function PartyForm({ customer, replaces, onClose }: Props) {
  const { t } = useTranslation('mandates')
  const { today } = useBranchTime()
  const { form, submit, failure } = useProposeParty(customer, replaces, today(), onClose)
  const title = replaces === null ? t('form.title') : t('form.changeTitle', { name: replaces.name })
  return (
    <PanelForm
      title={title}
      submit={submit}
      leave={{ label: t('form.cancel'), run: () => onClose() }}
      failure={failure}
    >
      <p>{t('form.hint')}</p>
      {replaces === null && <WhoFields customer={customer} control={form.control} />}
      <HowFields customer={customer} control={form.control} />
      {replaces === null && <FormDate control={form.control} name="validFrom" label={t('form.from')} />}
      <FormDate
        control={form.control}
        name="validUntil"
        label={t('form.until')}
        description={t('form.untilHint')}
      />
    </PanelForm>
  )
}

type FieldsProps = Pick<Props, 'customer'> & { readonly control: PartyFormModel['control'] }

function WhoFields({ customer, control }: FieldsProps) {
  const { t } = useTranslation('mandates')
  const power = useWatch({ control, name: 'power' })
  const options = powersOf(customer).map((value) => ({ value, label: t(`powers.${value}`) }))
  const accounts = accountChoices(customer, power, t('allAccounts'))
  return (
    <>
      <FormText
        control={control}
        name="who"
        label={t('form.who')}
        description={t('form.whoHint')}
        maxLength={100}
        startHere
      />
      <FormSelect control={control} name="power" label={t('form.power')} options={options} />
      {accounts.length > 1 && (
        <FormSelect control={control} name="account" label={t('form.account')} options={accounts} />
      )}
    </>
  )
}

function HowFields({ customer, control }: FieldsProps) {
  const { t } = useTranslation('mandates')
  const [power, account] = useWatch({ control, name: ['power', 'account'] })
  const signs = (['alone', 'together'] as const).map((value) => ({ value, label: t(`signs.${value}`) }))
  return (
    <>
      {mayBeTogether(power) && (
        <FormSelect control={control} name="signs" label={t('form.signs')} options={signs} />
      )}
      {power === 'MANDATE' && (
        <FormMoney
          control={control}
          name="perPosting"
          label={t('form.limit')}
          description={t('form.limitHint')}
          currency={currencyOf(customer, account)}
        />
      )}
      {power === 'OWNER' && <FormText control={control} name="share" label={t('form.share')} maxLength={6} />}
    </>
  )
}
