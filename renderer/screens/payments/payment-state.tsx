import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PaymentFile } from '../../../shared/contract/payments.ts'
import { useMay } from '../../calls/use-may.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { SaveButtons } from '../../components/save-buttons.tsx'
import { LongWork } from '../../components/work-bar.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { FileFacts } from './file-facts.tsx'
import { usePaymentJob } from './use-payment-job.ts'
import { usePaymentResult } from './use-payment-result.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import panel from '../../components/panel.module.css'

type Props = { readonly file: PaymentFile; readonly mine: boolean }

const TONES = { WAITING: 'warn', RUNNING: 'info', DONE: 'ok', CANCELLED: 'warn', DROPPED: 'info' } as const

/** How far a file is, what it came to, and what can be done with it. */
export function PaymentState({ file, mine }: Props) {
  const { t } = useTranslation('payments')
  const job = usePaymentJob(file, mine)
  const shown = job.progress ?? file
  const { posted, payments, status } = shown
  return (
    <>
      <header className={panel.head}>
        <h2>{t(`status.${status}`)}</h2>
      </header>
      <div className={classes(layout.scroll, layout.padded)}>
        <div className={layout.stack}>
          <HowItStands file={shown} />
          {status === 'RUNNING' && (
            <div>
              <Progress value={(100 * posted) / payments} aria-label={t('progress')} />
              <p>{t('share', { posted, payments })}</p>
            </div>
          )}
          <FileFacts file={shown} />
          <FailureNote failure={job.failure} />
        </div>
      </div>
      <Actions file={shown} job={job} />
    </>
  )
}

function HowItStands({ file: { status, refused } }: { readonly file: PaymentFile }) {
  const { t } = useTranslation('payments')
  if (status === 'DONE' && refused > 0)
    return <Note tone="warn">{t('doneButRefused', { count: refused })}</Note>
  return <Note tone={TONES[status]}>{t(`state.${status}`)}</Note>
}

type ActionsProps = { readonly file: PaymentFile; readonly job: ReturnType<typeof usePaymentJob> }

/** Goes on or stops while it is under way; afterwards what became of it is saved. */
function Actions({ file: { id, status }, job: { running, goOn, stop } }: ActionsProps) {
  const { t } = useTranslation('payments')
  const may = useMay('payments.goOn')
  const result = usePaymentResult(id)
  const stopped = status === 'RUNNING' && !running && may
  useKeys({
    ...(running ? { Escape: { label: t('stop'), run: stop } } : {}),
    ...(stopped ? { 'Ctrl+Enter': { label: t('goOn'), run: goOn } } : {}),
  })
  return (
    <div className={classes(layout.stack, panel.foot)}>
      {running && (
        <BusyButton size="lg" variant="default" fullWidth keys="Escape" onClick={stop}>
          {t('stop')}
        </BusyButton>
      )}
      {stopped && (
        <>
          <BusyButton size="lg" fullWidth startHere keys="Ctrl+Enter" onClick={goOn}>
            {t('goOn')}
          </BusyButton>
          <BusyButton variant="default" fullWidth onClick={stop}>
            {t('stop')}
          </BusyButton>
        </>
      )}
      {!running && (
        <SaveButtons
          formats={FORMATS}
          labelOf={(format) => t(`saveAs.${format}`)}
          saving={result.saving}
          unavailable={false}
          onSave={result.save}
        />
      )}
      <LongWork progress={result.progress} label={t('saveAs.PDF')} onCancel={result.cancel} />
      <FailureNote failure={result.failure} />
      {result.saved !== null && <Note tone="ok">{t('saved', { name: result.saved })}</Note>}
    </div>
  )
}

const FORMATS = ['CSV', 'PDF'] as const
