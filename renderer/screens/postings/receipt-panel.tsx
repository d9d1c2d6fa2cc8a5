import { IconDownload } from '@tabler/icons-react'
import { Loader } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AnswerNote } from '../../components/answer-note.tsx'
import { Identifier } from '../../components/bidi.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { useQueryCall } from '../../calls/use-call.ts'
import { Receipt } from './receipt.tsx'
import { useReceipt } from './use-receipt.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import empty from '../../components/empty-state.module.css'
import panel from '../../components/panel.module.css'

type Props = { readonly transactionId: string; readonly onClose: () => void }

/** One posting with all its legs, and its receipt as a file. */
export function ReceiptPanel({ transactionId, onClose }: Props) {
  const { t } = useTranslation(['accounts', 'components'])
  const { answer } = useQueryCall('postings.get', { transactionId })
  return (
    <>
      <div className={panel.head}>
        <h2>{t('receipt')}</h2>
        {answer.state === 'known' && (
          <span className={typography.secondary}>
            <Identifier>{answer.value.reference}</Identifier>
          </span>
        )}
        <span className={layout.grow} />
        <BusyButton variant="default" keys="Escape" startHere onClick={onClose}>
          {t('back')}
        </BusyButton>
      </div>
      {answer.state === 'loading' && (
        <div className={empty.empty}>
          <Loader aria-label={t('components:loading')} />
        </div>
      )}
      {answer.state === 'unknown' && (
        <div className={layout.padded}>
          <AnswerNote answer={answer} />
        </div>
      )}
      {answer.state === 'known' && (
        <>
          <Receipt posting={answer.value} />
          <SaveReceipt transactionId={answer.value.id} />
        </>
      )}
    </>
  )
}

function SaveReceipt({ transactionId }: { readonly transactionId: string }) {
  const { t } = useTranslation('accounts')
  const { save, busy, failure, saved } = useReceipt(transactionId)
  return (
    <div className={classes(layout.stack, panel.foot)}>
      <FailureNote failure={failure} />
      {saved !== null && <Note tone="ok">{t('saved', { name: saved })}</Note>}
      <BusyButton
        variant="default"
        fullWidth
        busy={busy}
        leftSection={<IconDownload size={16} aria-hidden />}
        onClick={save}
      >
        {t('receiptPdf')}
      </BusyButton>
    </div>
  )
}
