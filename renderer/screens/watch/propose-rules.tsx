import { useTranslation } from 'react-i18next'
import type { CashRules } from '../../../shared/contract/watch.ts'
import { FormDate } from '../../components/form/form-date.tsx'
import { FormMoney } from '../../components/form/form-money.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { useProposeRules } from './use-propose-rules.ts'

type Props = {
  readonly rules: CashRules
  readonly today: string
  readonly onClose: (message?: string) => void
}

/** Proposes other rules after those that are chosen; a second person approves them. */
export function ProposeRules({ rules, today, onClose }: Props) {
  const { t } = useTranslation(['watch', 'limits'])
  const { control, submit, failure } = useProposeRules(rules, today, onClose)
  const { currency, proposedBy, decidedBy } = rules
  return (
    <PanelForm
      title={t('rules.propose')}
      submit={submit}
      leave={{ label: t('limits:cancel'), run: () => onClose(), unavailable: submit.busy }}
      failure={failure}
    >
      {proposedBy !== null && decidedBy !== null && (
        <p>{`${t('limits:agreedBy')}: ${t('limits:agreedByTwo', { proposer: proposedBy, decider: decidedBy })}`}</p>
      )}
      <p>{t('rules.proposeAsk')}</p>
      <FormMoney
        control={control}
        name="identifyAbove"
        label={t('rules.identifyAbove')}
        currency={currency}
        startHere
      />
      <FormMoney control={control} name="reportAbove" label={t('rules.reportAbove')} currency={currency} />
      <FormText control={control} name="windowDays" label={t('rules.windowDays')} maxLength={3} />
      <FormText control={control} name="leastPostings" label={t('rules.leastPostings')} maxLength={4} />
      <FormText control={control} name="sumShare" label={t('rules.sumShare')} maxLength={4} />
      <FormDate control={control} name="validFrom" label={t('limits:validFrom')} />
    </PanelForm>
  )
}
