import { useTranslation } from 'react-i18next'
import type { ApprovalRow } from '../../../shared/contract/approvals.ts'
import { WorkQueue, WorkQueueItem } from '../../components/work-queue.tsx'
import { ageInWords } from '../documents/age.ts'
import { useNow } from '../documents/use-now.ts'
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
  const now = useNow()
  return (
    <WorkQueue label={t('queue')}>
      {rows.map((row) => (
        <WorkQueueItem key={row.id} chosen={row.id === currentId} onChoose={() => onChoose(row.id)}>
          <Proposal row={row} waited={now - Date.parse(row.proposedAt)} />
        </WorkQueueItem>
      ))}
    </WorkQueue>
  )
}

type ProposalProps = {
  readonly row: ApprovalRow
  /** In milliseconds. */
  readonly waited: number
}

/** Whom it is about and how long it has waited; what it is, and whether it is one's own. */
function Proposal({ row, waited }: ProposalProps) {
  const { t } = useTranslation('approvals')
  const { t: ages } = useTranslation('documents')
  return (
    <>
      <bdi className={classes(typography.primary, typography.clipped)}>
        {subjectText(row.subject) ?? t('unnamed')}
      </bdi>
      <span className={typography.secondary}>
        {row.status === 'PENDING' ? ageInWords(ages, waited) : t(`status.${row.status}`)}
      </span>
      <span className={classes(typography.secondary, typography.clipped)}>{t(`kind.${row.kind}`)}</span>
      <span className={typography.secondary}>{row.own ? t('yours') : ''}</span>
    </>
  )
}
