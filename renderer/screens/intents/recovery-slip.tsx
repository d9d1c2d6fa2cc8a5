import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Recovery } from '../../../shared/contract/intents.ts'
import { adviceFor, isSettled, movesCash } from '../../../shared/recovery-words.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { RecoveryFacts } from './recovery-facts.tsx'
import { usePrintedSlip } from './use-printed-slip.ts'
import typography from '../../theme/typography.module.css'
import styles from './recovery-slip.module.css'

type Props = {
  readonly recovery: Recovery
  /** How many wait, this one included. */
  readonly total: number
  readonly onSeen: () => Promise<void>
  readonly onLater: () => void
}

const TONES = {
  POSTED: 'ok',
  NOT_POSTED: 'bad',
  WAITS: 'warn',
  NOT_KNOWN: 'warn',
  ELSEWHERE: 'warn',
} as const

/** Whether it is posted, in large letters, and what to do with the cash; then what it was. */
export function RecoverySlip({ recovery, total, onSeen, onLater }: Props) {
  const { t } = useTranslation('intents')
  const settled = isSettled(recovery)
  const printing = usePrintedSlip(recovery.key)
  const [busy, setBusy] = useState(false)
  const seen = () => {
    setBusy(true)
    void onSeen()
  }
  const close = settled
    ? { label: t(movesCash(recovery) ? 'done' : 'seen'), run: seen }
    : { label: t('later'), run: onLater }
  useKeys({ 'Ctrl+P': { label: t('print'), run: printing.print }, 'Ctrl+Enter': close }, { modal: true })
  return (
    <div className={styles.slip}>
      <div className={styles.head}>
        {/* Not a button: whoever is typing when it appears must not press one. */}
        <h2 tabIndex={-1} data-autofocus>
          {t('title')}
        </h2>
        {total > 1 && <span className={typography.secondary}>{t('count', { number: 1, total })}</span>}
      </div>
      <p className={typography.secondary}>{t(settled ? 'lead' : 'leadUnsettled')}</p>
      <Note tone={TONES[recovery.outcome]}>
        <p className={styles.outcome}>{t(`outcome.${recovery.outcome}`)}</p>
        <p>{adviceFor(recovery)}</p>
      </Note>
      <RecoveryFacts recovery={recovery} />
      <FailureNote failure={printing.failure} />
      {printing.saved !== null && <Note tone="info">{t('printed', { name: printing.saved })}</Note>}
      <div className={styles.actions}>
        <BusyButton variant="default" size="lg" keys="Ctrl+P" busy={printing.busy} onClick={printing.print}>
          {t('print')}
        </BusyButton>
        <BusyButton size="lg" fullWidth keys="Ctrl+Enter" busy={busy} onClick={close.run}>
          {close.label}
        </BusyButton>
      </div>
    </div>
  )
}
