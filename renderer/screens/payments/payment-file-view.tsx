import { useTranslation } from 'react-i18next'
import { mapAnswer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { Column } from '../../components/columns.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { PaymentTable } from './payment-table.tsx'
import { PaymentState } from './payment-state.tsx'

/** In milliseconds. What a second person decides also arrives as an event. */
const LOOK_AGAIN_MS = 10_000

type Props = {
  readonly id: string
  /** It was brought on this screen just now. */
  readonly mine: boolean
}

/** A file that was taken: its lines with what became of them, and beside them how far it is. */
export function PaymentFileView({ id, mine }: Props) {
  const { t } = useTranslation('payments')
  const { answer } = useQueryCall('payments.read', { id }, { every: LOOK_AGAIN_MS })
  const file = answer.state === 'known' ? answer.value.file : null
  const ended = file?.status !== 'RUNNING' && file?.status !== 'WAITING'
  return (
    <>
      <Column label={t('lines')}>
        <PageHeader title={<bdi>{file?.fileName ?? ''}</bdi>} />
        <PaymentTable
          lines={mapAnswer(answer, ({ lines }) => lines)}
          currency={file?.currency ?? 'USD'}
          otherwise={t(ended ? 'notPosted' : 'notYet')}
        />
      </Column>
      <Column label={t('progress')} tone="sunken">
        <AnswerNote answer={answer} />
        {file !== null && <PaymentState key={file.id} file={file} mine={mine} />}
      </Column>
    </>
  )
}
