import { IconChecks } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useGo } from '../app/navigate.ts'
import { useMay } from '../calls/use-may.ts'
import { useWaitingForMe } from '../screens/approvals/use-waiting-for-me.ts'
import styles from './status-bar.module.css'

/** What waits for this person's decision, whatever screen is open; nothing when nothing does. */
export function ApprovalsCell() {
  const { t } = useTranslation('shell')
  const go = useGo()
  const mayLook = useMay('approvals.list')
  const waiting = useWaitingForMe(mayLook)
  if (waiting.state !== 'known' || waiting.value === 0) return null
  const words = t('toApprove', { count: waiting.value })
  return (
    <div className={styles.cell}>
      <button
        type="button"
        className={styles.tool}
        aria-label={words}
        title={words}
        onClick={() => go('/approvals')}
      >
        <IconChecks size={16} stroke={1.75} aria-hidden />
        <b className={styles.words}>{words}</b>
        <b className={styles.mark}>{waiting.value}</b>
      </button>
    </div>
  )
}
