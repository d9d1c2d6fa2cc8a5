import { useTranslation } from 'react-i18next'
import { usePostingCommand, type PostingCommand } from '../../calls/use-posting-command.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FormMoney } from '../../components/form/form-money.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { OutcomeNote } from '../../components/outcome-note.tsx'
import { SlipPanel } from '../../components/slip-panel.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { ProposedCash } from '../approvals/proposed-cash.tsx'
import { useCountTolerance } from './use-count-tolerance.ts'

type Props = { readonly onBack: () => void }

/** Proposes by how much the count of a till may differ from the books without a decision. */
export function CountTolerance({ onBack }: Props) {
  const posting = usePostingCommand('branches.proposeTolerance')
  return posting.phase === 'posted' && posting.result !== null ? (
    <Proposed approvalId={posting.result.approvalId} onBack={onBack} />
  ) : (
    <ToleranceForm posting={posting} onBack={onBack} />
  )
}

type FormProps = Props & { readonly posting: PostingCommand<'branches.proposeTolerance'> }

function ToleranceForm({ posting, onBack }: FormProps) {
  const { t } = useTranslation('branches')
  const { control, currency, submit } = useCountTolerance(posting)
  return (
    <PanelForm
      title={t('tolerance.title')}
      buttons="flow"
      submit={submit}
      leave={{ label: t('tolerance.back'), run: onBack, unavailable: posting.frozen }}
      notes={<OutcomeNote posting={posting} />}
    >
      <FormMoney
        control={control}
        name="tolerance"
        label={t('tolerance.amount')}
        description={t('tolerance.hint')}
        currency={currency}
        large
        startHere
        readOnly={posting.frozen}
      />
    </PanelForm>
  )
}

type ProposedProps = Props & { readonly approvalId: string }

function Proposed({ approvalId, onBack }: ProposedProps) {
  const { t } = useTranslation('branches')
  useKeys({ Escape: { label: t('tolerance.back'), run: onBack, quiet: true } })
  return (
    <SlipPanel title={t('tolerance.title')}>
      <ProposedCash approvalId={approvalId} waits={t('tolerance.waits')} />
      <BusyButton size="lg" fullWidth startHere keys="Escape" onClick={onBack}>
        {t('tolerance.back')}
      </BusyButton>
    </SlipPanel>
  )
}
