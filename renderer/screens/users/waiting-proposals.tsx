import { useTranslation } from 'react-i18next'
import { useQueryCall } from '../../calls/use-call.ts'
import { Note } from '../../components/failure-note.tsx'
import { LOOK_AGAIN_MS } from '../approvals/use-approvals.ts'

/** What waits for a second person about one user. */
export function WaitingProposals({ userId }: { readonly userId: string }) {
  const { t } = useTranslation(['users', 'approvals'])
  const { answer } = useQueryCall('approvals.list', { waiting: true }, { every: LOOK_AGAIN_MS })
  if (answer.state !== 'known') return null
  return answer.value.approvals
    .filter(({ subjectId }) => subjectId === userId)
    .map(({ id, kind, proposedBy }) => (
      <Note key={id} tone="info">
        {t('users:proposal.waits', { what: t(`approvals:kind.${kind}`), name: proposedBy })}
      </Note>
    ))
}
