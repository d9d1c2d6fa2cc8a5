import { useTranslation } from 'react-i18next'
import type { PostingLimit } from '../../../shared/contract/limits.ts'
import { FormDate } from '../../components/form/form-date.tsx'
import { FormMoney } from '../../components/form/form-money.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { useProposeLimit } from './use-propose-limit.ts'

type Props = {
  readonly limit: PostingLimit
  readonly today: string
  readonly onClose: (message?: string) => void
}

/** Proposes another limit after the one that is chosen; a second person approves it. */
export function ProposeLimit({ limit, today, onClose }: Props) {
  const { t } = useTranslation(['limits', 'users'])
  const { control, submit, failure } = useProposeLimit(limit, today, onClose)
  const { currency, proposedBy, decidedBy } = limit
  return (
    <PanelForm
      title={`${t(`users:roleName.${limit.role}`)}: ${t(`types.${limit.transactionType}`)}`}
      submit={submit}
      leave={{ label: t('cancel'), run: () => onClose(), unavailable: submit.busy }}
      failure={failure}
    >
      {proposedBy !== null && decidedBy !== null && (
        <p>{`${t('agreedBy')}: ${t('agreedByTwo', { proposer: proposedBy, decider: decidedBy })}`}</p>
      )}
      <p>{t('proposeAsk')}</p>
      <FormMoney control={control} name="perPosting" label={t('perPosting')} currency={currency} startHere />
      <FormMoney control={control} name="perPersonDay" label={t('perPersonDay')} currency={currency} />
      {limit.perAccountDay !== null && (
        <FormMoney control={control} name="perAccountDay" label={t('perAccountDay')} currency={currency} />
      )}
      <FormDate control={control} name="validFrom" label={t('validFrom')} />
      <FormDate
        control={control}
        name="validUntil"
        label={t('validUntil')}
        description={t('validUntilHint')}
      />
    </PanelForm>
  )
}
