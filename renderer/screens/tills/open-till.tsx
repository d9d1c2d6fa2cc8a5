import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../shared/contract.ts'
import type { Answer } from '../../calls/answer.ts'
import type { PostingCommand } from '../../calls/use-posting-command.ts'
import { useSession } from '../../calls/use-session.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { Note } from '../../components/failure-note.tsx'
import { useFormKeys, type SubmitAction } from '../../components/form/form-actions.ts'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { OutcomeNote } from '../../components/outcome-note.tsx'
import { SlipPanel } from '../../components/slip-panel.tsx'
import { OpenTillFields } from './open-till-fields.tsx'
import { useOpenTill } from './use-open-till.ts'

type Props = {
  readonly tills: Answer<CallOutput<'tills.list'>>
  readonly opening: PostingCommand<'tills.open'>
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}

/** Opens a closed till with a float from the vault. */
export function OpenTill({ tills, opening, chosen, onChoose }: Props) {
  const { t } = useTranslation('tills')
  const { branch } = useSession()
  const slip = useOpenTill(tills, opening, chosen)
  if (slip.noneFree) return <NoneFree submit={slip.submit} />
  return (
    <PanelForm
      title={t('open.title')}
      buttons="flow"
      submit={slip.submit}
      notes={
        <>
          <AnswerNote answer={tills} />
          <OutcomeNote posting={opening} />
        </>
      }
    >
      {branch?.dayOpen === false && <Note tone="warn">{t('dayClosed')}</Note>}
      <OpenTillFields slip={slip} readOnly={opening.frozen} onChoose={onChoose} />
    </PanelForm>
  )
}

/** Says why no till can be opened. The key bar goes on showing what could be done. */
function NoneFree({ submit }: { readonly submit: SubmitAction }) {
  const { t } = useTranslation('tills')
  useFormKeys(submit)
  return (
    <SlipPanel title={t('open.title')}>
      <Note tone="info">{t('open.noneFree')}</Note>
    </SlipPanel>
  )
}
