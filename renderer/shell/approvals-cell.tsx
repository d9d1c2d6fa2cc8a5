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
  return (
    <div className={styles.cell}>
      <button type="button" className={styles.tool} onClick={() => go('/approvals')}>
        <IconChecks size={16} stroke={1.75} aria-hidden />
        <b>{t('toApprove', { count: waiting.value })}</b>
      </button>
    </div>
  )
}
