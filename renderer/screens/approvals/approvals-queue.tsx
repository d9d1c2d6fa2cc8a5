import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApprovalRow } from '../../../shared/contract/approvals.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { roveFocus } from '../../keyboard/roving.ts'
import { subjectText } from './fact-text.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import styles from './approvals.module.css'

/** Arrow keys move among the proposals, which are one tab stop. */
const ROVING = { onKeyDown: (event: KeyboardEvent<HTMLElement>) => roveFocus(event, 'button') }

type Props = {
  readonly rows: readonly ApprovalRow[]
  readonly currentId: string | null
  readonly onChoose: (id: string) => void
}

export function ApprovalsQueue({ rows, currentId, onChoose }: Props) {
  const { t } = useTranslation('approvals')
  return (
    <ul className={classes(layout.scroll, styles.queue)} aria-label={t('queue')} {...ROVING}>
      {rows.map((row) => (
        <li key={row.id}>
          <QueueItem row={row} chosen={row.id === currentId} onChoose={() => onChoose(row.id)} />
        </li>
      ))}
    </ul>
  )
}

type ItemProps = { readonly row: ApprovalRow; readonly chosen: boolean; readonly onChoose: () => void }

function QueueItem({ row, chosen, onChoose }: ItemProps) {
  const { t } = useTranslation('approvals')
  const { time } = useBranchTime()
  return (
    <button
      type="button"
      className={styles.item}
      aria-current={chosen || undefined}
      tabIndex={chosen ? 0 : -1}
      onClick={onChoose}
    >
      <bdi className={classes(typography.primary, typography.clipped)}>
        {subjectText(row.subject) ?? t('unnamed')}
      </bdi>
      <span className={typography.secondary}>{row.own ? t('yours') : ''}</span>
      <span className={classes(typography.secondary, typography.clipped)}>{t(`kind.${row.kind}`)}</span>
      <span className={typography.secondary}>
        {row.status === 'PENDING' ? time(row.proposedAt) : t(`status.${row.status}`)}
      </span>
    </button>
  )
}
