import { useTranslation } from 'react-i18next'
import { usePostingCommand, type PostingCommand } from '../../calls/use-posting-command.ts'
import { Note } from '../../components/failure-note.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { OutcomeNote } from '../../components/outcome-note.tsx'
import { CashProposed } from './cash-proposed.tsx'
import { MoveCashFields } from './move-cash-fields.tsx'
import { useMoveCash } from './use-move-cash.ts'

type Props = { readonly onBack: () => void }

/** Cash between the vault and outside, as its first person counted it; for a supervisor. */
export function MoveCash({ onBack }: Props) {
  const posting = usePostingCommand('vault.moveCash')
  return posting.phase === 'posted' ? (
    <CashProposed posting={posting} onBack={onBack} />
  ) : (
    <MoveCashForm posting={posting} onBack={onBack} />
  )
}

type FormProps = Props & { readonly posting: PostingCommand<'vault.moveCash'> }

function MoveCashForm({ posting, onBack }: FormProps) {
  const { t } = useTranslation(['vault', 'tills'])
  const slip = useMoveCash(posting)
  return (
    <PanelForm
      title={t('move')}
      buttons="flow"
      submit={slip.submit}
      leave={{ label: t('back'), run: onBack, unavailable: posting.frozen }}
      notes={<OutcomeNote posting={posting} />}
    >
      {slip.dayClosed && <Note tone="warn">{t('tills:dayClosed')}</Note>}
      <MoveCashFields slip={slip} readOnly={posting.frozen} />
    </PanelForm>
  )
}
