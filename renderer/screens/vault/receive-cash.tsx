import { useTranslation } from 'react-i18next'
import { usePostingCommand, type PostingCommand } from '../../calls/use-posting-command.ts'
import { Note } from '../../components/failure-note.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { OutcomeNote } from '../../components/outcome-note.tsx'
import { CashReceived } from './cash-received.tsx'
import { ReceiveCashFields } from './receive-cash-fields.tsx'
import { useReceiveCash } from './use-receive-cash.ts'

type Props = { readonly onBack: () => void }

/** Cash brought to the branch from outside, for a supervisor. */
export function ReceiveCash({ onBack }: Props) {
  const posting = usePostingCommand('vault.receiveCash')
  return posting.phase === 'posted' ? (
    <CashReceived posting={posting} onBack={onBack} />
  ) : (
    <ReceiveCashForm posting={posting} onBack={onBack} />
  )
}

type FormProps = Props & { readonly posting: PostingCommand<'vault.receiveCash'> }

function ReceiveCashForm({ posting, onBack }: FormProps) {
  const { t } = useTranslation(['vault', 'tills'])
  const slip = useReceiveCash(posting)
  return (
    <PanelForm
      title={t('receive')}
      buttons="flow"
      submit={slip.submit}
      leave={{ label: t('back'), run: onBack, unavailable: posting.frozen }}
      notes={<OutcomeNote posting={posting} />}
    >
      {slip.dayClosed && <Note tone="warn">{t('tills:dayClosed')}</Note>}
      <ReceiveCashFields slip={slip} readOnly={posting.frozen} />
    </PanelForm>
  )
}
