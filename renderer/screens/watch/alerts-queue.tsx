import { useTranslation } from 'react-i18next'
import type { AlertRow } from '../../../shared/contract/alert-views.ts'
import { Amount } from '../../components/amount.tsx'
import { WorkQueue, WorkQueueItem } from '../../components/work-queue.tsx'
import { ageInWords } from '../documents/age.ts'
import { useNow } from '../documents/use-now.ts'
import { classes } from '../../theme/classes.ts'
import typography from '../../theme/typography.module.css'

type Props = {
  readonly rows: readonly AlertRow[]
  readonly currentId: string | null
  readonly onChoose: (id: string) => void
}

export function AlertsQueue({ rows, currentId, onChoose }: Props) {
  const { t } = useTranslation('watch')
  const now = useNow()
  return (
    <WorkQueue label={t('queue')}>
      {rows.map((row) => (
        <WorkQueueItem key={row.id} chosen={row.id === currentId} onChoose={() => onChoose(row.id)}>
          <AlertFacts row={row} waited={now - Date.parse(row.raisedAt)} />
        </WorkQueueItem>
      ))}
    </WorkQueue>
  )
}

type FactsProps = {
  readonly row: AlertRow
  /** In milliseconds. */
  readonly waited: number
}

/** Whom it is about and how long it has waited; what it is, and how much cash. */
function AlertFacts({ row, waited }: FactsProps) {
  const { t } = useTranslation('watch')
  const { t: ages } = useTranslation('documents')
  return (
    <>
      <bdi className={classes(typography.primary, typography.clipped)}>{row.person.name}</bdi>
      <span className={typography.secondary}>
        {row.status === 'OPEN' ? ageInWords(ages, waited) : t(`status.${row.status}`)}
      </span>
      <span className={classes(typography.secondary, typography.clipped)}>{t(`kind.${row.kind}`)}</span>
      <span className={typography.secondary}>
        <Amount value={row.isIn ? row.cashIn : row.cashOut} currency={row.currency} />
      </span>
    </>
  )
}
