import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../shared/contract.ts'
import type { PostingCommand } from '../../calls/use-posting-command.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { Note } from '../../components/failure-note.tsx'
import { OutcomeNote } from '../../components/outcome-note.tsx'
import { SlipPanel } from '../../components/slip-panel.tsx'
import { OpenTillFields } from './open-till-fields.tsx'
import { useOpenTill } from './use-open-till.ts'

type Props = {
  readonly tills: CallOutput<'tills.list'> | undefined
  readonly opening: PostingCommand<'tills.open'>
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}

/** Opens a closed till with a float from the vault. */
export function OpenTill({ tills, opening, chosen, onChoose }: Props) {
  const { t } = useTranslation('tills')
  const slip = useOpenTill(tills, opening, chosen)
  if (slip.noneFree)
    return (
      <SlipPanel title={t('open.title')}>
        <Note tone="info">{t('open.noneFree')}</Note>
      </SlipPanel>
    )
  return (
    <SlipPanel title={t('open.title')}>
      {slip.dayClosed && <Note tone="warn">{t('dayClosed')}</Note>}
      <OpenTillFields slip={slip} readOnly={opening.frozen} onChoose={onChoose} />
      <OutcomeNote posting={opening} />
      <BusyButton
        size="lg"
        fullWidth
        keys="Ctrl+Enter"
        busy={opening.phase === 'sending'}
        unavailable={slip.unavailable}
        onClick={slip.open}
      >
        {t('open.action')}
      </BusyButton>
    </SlipPanel>
  )
}
