import { useTranslation } from 'react-i18next'
import type { ApprovalRow } from '../../../shared/contract/approvals.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { WorkQueue, WorkQueueItem } from '../../components/work-queue.tsx'
import { subjectText } from './fact-text.ts'
import { classes } from '../../theme/classes.ts'
import typography from '../../theme/typography.module.css'

type Props = {
  readonly rows: readonly ApprovalRow[]
  readonly currentId: string | null
  readonly onChoose: (id: string) => void
}

export function ApprovalsQueue({ rows, currentId, onChoose }: Props) {
  const { t } = useTranslation('approvals')
  return (
    <WorkQueue label={t('queue')}>
      {rows.map((row) => (
        <WorkQueueItem key={row.id} chosen={row.id === currentId} onChoose={() => onChoose(row.id)}>
          <Proposal row={row} />
        </WorkQueueItem>
      ))}
    </WorkQueue>
  )
}

function Proposal({ row }: { readonly row: ApprovalRow }) {
  const { t } = useTranslation('approvals')
  const { time } = useBranchTime()
  return (
    <>
      <bdi className={classes(typography.primary, typography.clipped)}>
        {subjectText(row.subject) ?? t('unnamed')}
      </bdi>
      <span className={typography.secondary}>{row.own ? t('yours') : ''}</span>
      <span className={classes(typography.secondary, typography.clipped)}>{t(`kind.${row.kind}`)}</span>
      <span className={typography.secondary}>
        {row.status === 'PENDING' ? time(row.proposedAt) : t(`status.${row.status}`)}
      </span>
    </>
  )
}
