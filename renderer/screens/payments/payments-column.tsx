import { useTranslation } from 'react-i18next'
import type { PaymentFile } from '../../../shared/contract/payments.ts'
import type { Answer } from '../../calls/answer.ts'
import { Amount } from '../../components/amount.tsx'
import { AnswerNote } from '../../components/answer-note.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { Column } from '../../components/columns.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { WorkQueue, WorkQueueItem } from '../../components/work-queue.tsx'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'

type Props = {
  readonly answer: Answer<{ readonly files: readonly PaymentFile[] }>
  readonly shown: string | null
  readonly onChoose: (id: string) => void
  /** Begins a new one; null for whoever only reads. */
  readonly onNew: (() => void) | null
}

/** The files that were taken, the newest first. */
export function PaymentsColumn({ answer, shown, onChoose, onNew }: Props) {
  const { t } = useTranslation('payments')
  const files = answer.state === 'known' ? answer.value.files : []
  return (
    <Column label={t('files')}>
      <PageHeader title={t('files')}>
        {onNew !== null && (
          <BusyButton variant="default" keys="Ctrl+N" unavailable={shown === null} onClick={onNew}>
            {t('newShort')}
          </BusyButton>
        )}
      </PageHeader>
      <AnswerNote answer={answer} />
      {answer.state === 'known' && files.length === 0 && (
        <p className={classes(layout.padded, typography.secondary)}>{t('noneHint')}</p>
      )}
      <WorkQueue label={t('files')}>
        {files.map((file) => (
          <WorkQueueItem key={file.id} chosen={file.id === shown} onChoose={() => onChoose(file.id)}>
            <FileSummary file={file} />
          </WorkQueueItem>
        ))}
      </WorkQueue>
    </Column>
  )
}

function FileSummary({ file }: { readonly file: PaymentFile }) {
  const { t } = useTranslation('payments')
  return (
    <>
      <bdi className={classes(typography.primary, typography.clipped)}>{file.fileName}</bdi>
      <span className={typography.secondary}>{t(`status.${file.status}`)}</span>
      <bdi className={classes(typography.secondary, typography.clipped)}>{file.holder}</bdi>
      <span className={typography.secondary}>
        <Amount value={file.total} currency={file.currency} />
      </span>
    </>
  )
}
