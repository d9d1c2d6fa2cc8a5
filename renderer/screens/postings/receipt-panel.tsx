import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { Loader } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PostingView } from '../../../shared/contract/postings.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { Identifier } from '../../components/bidi.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { useQueryCall } from '../../calls/use-call.ts'
import { useMay } from '../../calls/use-may.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { PreviewButton } from '../printers/preview/preview-button.tsx'
import { Receipt } from './receipt.tsx'
import { Reversal } from './reversal.tsx'
import { useReceipt } from './use-receipt.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import empty from '../../components/empty-state.module.css'
import panel from '../../components/panel.module.css'

type Props = { readonly transactionId: string; readonly onClose: () => void }

/** One posting with all its legs, its receipt as a file, and its reversal where it can be reversed. */
export function ReceiptPanel({ transactionId, onClose }: Props) {
  const { t } = useTranslation(['accounts', 'components'])
  const { answer } = useQueryCall('postings.get', { transactionId })
  const [reversing, setReversing] = useState(false)
  if (reversing && answer.state === 'known')
    return (
      <Reversal posted={answer.value} onBack={() => setReversing(false)} onNext={() => setReversing(false)} />
    )
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
          <ReceiptButtons posting={answer.value} onReverse={() => setReversing(true)} />
        </>
      )}
    </>
  )
}

type ButtonsProps = { readonly posting: PostingView; readonly onReverse: () => void }

function ReceiptButtons({ posting, onReverse }: ButtonsProps) {
  const { t } = useTranslation(['accounts', 'postings'])
  const { save, take, hasPrinter, busy, failure, done } = useReceipt(posting.id)
  const mayReverse = useMay('postings.reverse') && posting.reversal === null && posting.status === 'COMPLETED'
  useKeys({
    ...(hasPrinter ? { 'Ctrl+P': { label: t('postings:print'), run: take } } : {}),
    ...(mayReverse ? { F7: { label: t('postings:reverse'), run: onReverse } } : {}),
  })
  return (
    <div className={classes(layout.stack, panel.foot)}>
      <FailureNote failure={failure} />
      {done !== null && <Note tone="ok">{done}</Note>}
      {hasPrinter && (
        <BusyButton
          variant="default"
          fullWidth
          keys="Ctrl+P"
          busy={busy}
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={take}
        >
          {t('postings:print')}
        </BusyButton>
      )}
      <PreviewButton
        paper={{ of: 'RECEIPT', transactionId: posting.id }}
        fullWidth
        onPrint={hasPrinter ? take : null}
        onSave={save}
      />
      <BusyButton
        variant="default"
        fullWidth
        busy={busy}
        leftSection={<IconDownload size={16} aria-hidden />}
        onClick={save}
      >
        {t('receiptPdf')}
      </BusyButton>
      {mayReverse && (
        <BusyButton variant="default" fullWidth keys="F7" onClick={onReverse}>
          {t('postings:reverse')}
        </BusyButton>
      )}
    </div>
  )
}
