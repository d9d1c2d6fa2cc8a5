import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { usePostingCommand, type PostingCommand } from '../../calls/use-posting-command.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FormMoney } from '../../components/form/form-money.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { OutcomeNote } from '../../components/outcome-note.tsx'
import { SlipPanel } from '../../components/slip-panel.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { ProposedCash } from '../approvals/proposed-cash.tsx'
import { useMoveTillCash } from './use-move-till-cash.ts'

type Props = { readonly onBack: () => void }

/** Cash between the vault and the caller's till, which the caller counts first. */
export function MoveTillCash({ onBack }: Props) {
  const posting = usePostingCommand('tills.moveCash')
  return posting.phase === 'posted' && posting.result !== null ? (
    <MovedTillCash approvalId={posting.result.approvalId} onBack={onBack} />
  ) : (
    <MoveTillCashForm posting={posting} onBack={onBack} />
  )
}

type FormProps = Props & { readonly posting: PostingCommand<'tills.moveCash'> }

function MoveTillCashForm({ posting, onBack }: FormProps) {
  const { t } = useTranslation('tills')
  const slip = useMoveTillCash(posting)
  return (
    <PanelForm
      title={t('cash.title')}
      buttons="flow"
      submit={slip.submit}
      leave={{ label: t('cash.back'), run: onBack, unavailable: posting.frozen }}
      notes={<OutcomeNote posting={posting} />}
    >
      <SegmentedControl
        fullWidth
        aria-label={t('cash.direction')}
        value={slip.direction}
        readOnly={posting.frozen}
        onChange={(value) => slip.setDirection(value === 'OUT' ? 'OUT' : 'IN')}
        data={[
          { value: 'IN', label: t('cash.in') },
          { value: 'OUT', label: t('cash.out') },
        ]}
      />
      <FormMoney
        control={slip.control}
        name="counted"
        label={t('count.counted')}
        description={t(slip.direction === 'IN' ? 'cash.hintIn' : 'cash.hintOut')}
        currency={slip.currency}
        large
        startHere
        readOnly={posting.frozen}
      />
    </PanelForm>
  )
}

type MovedProps = Props & { readonly approvalId: string }

function MovedTillCash({ approvalId, onBack }: MovedProps) {
  const { t } = useTranslation('tills')
  useKeys({ Escape: { label: t('cash.back'), run: onBack, quiet: true } })
  return (
    <SlipPanel title={t('cash.title')}>
      <ProposedCash approvalId={approvalId} waits={t('cash.waits')} />
      <BusyButton size="lg" fullWidth startHere keys="Escape" onClick={onBack}>
        {t('cash.back')}
      </BusyButton>
    </SlipPanel>
  )
}
