import { IconHeartbeat } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useGo } from '../app/navigate.ts'
import { toSeeTo } from '../screens/health/health-words.ts'
import { useHealth } from '../screens/health/use-health.ts'
import styles from './status-bar.module.css'

const LOOK_AGAIN_MS = 60_000

/** How much about the bank's machines somebody should see to, for those who look after them; nothing when all is well. */
export function HealthCell() {
  const { t } = useTranslation('health')
  const go = useGo()
  const { answer } = useHealth(LOOK_AGAIN_MS)
  const wrong = answer.state === 'known' ? toSeeTo(answer.value.rows) : []
  if (wrong.length === 0) return null
  const tone = wrong.some(({ state }) => state === 'ACT') ? 'bad' : 'warn'
  return (
    <div className={styles.cell}>
      <button
        type="button"
        className={styles.tool}
        data-tone={tone}
        aria-label={`${t('title')}: ${t('mark', { count: wrong.length })}`}
        title={t('title')}
        onClick={() => go('/health')}
      >
        <IconHeartbeat size={16} stroke={1.75} aria-hidden />
        {wrong.length}
      </button>
    </div>
  )
}
