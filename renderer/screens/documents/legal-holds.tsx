import { useTranslation } from 'react-i18next'
import type { KycStanding } from '../../../shared/contract/kyc.ts'
import { useMay } from '../../calls/use-may.ts'
import { Note } from '../../components/failure-note.tsx'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { NoteAction } from './note-action.tsx'

type Props = {
  readonly holds: KycStanding['legalHolds']
  readonly onRelease: (holdId: string) => void
}

/** What keeps a customer's documents from being deleted, and releasing it, for a supervisor who did not place it. */
export function LegalHolds({ holds, onRelease }: Props) {
  const { t } = useTranslation('retention')
  const { time } = useBranchTime()
  const may = useMay('documents.releaseLegalHold')
  return holds.map(({ id, reason, by, at, own }) => (
    <Note key={id} tone="warn">
      {t('hold.stands', { name: by, date: time(at), reason })} {own && may && t('hold.own')}
      {may && !own && <NoteAction label={t('hold.release')} run={() => onRelease(id)} />}
    </Note>
  ))
}
