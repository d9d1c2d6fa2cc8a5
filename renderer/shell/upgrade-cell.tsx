import { IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../calls/use-session.ts'
import { useRestart } from './use-restart.ts'
import styles from './status-bar.module.css'

/** Offers the version to which the database was upgraded; nothing while there was none. */
export function UpgradeCell() {
  const { t } = useTranslation('shell')
  const { upgrade } = useSession()
  const { restart, busy } = useRestart()
  if (upgrade === null) return null
  return (
    <div className={styles.cell}>
      <button
        type="button"
        className={styles.tool}
        data-tone={upgrade === 'OUTGROWN' ? 'bad' : 'warn'}
        aria-label={t('upgrade.restart')}
        title={t(`upgrade.${upgrade}`)}
        disabled={busy}
        onClick={restart}
      >
        <IconRefresh size={16} stroke={1.75} aria-hidden />
        <b className={styles.words}>{t('upgrade.restart')}</b>
      </button>
    </div>
  )
}
