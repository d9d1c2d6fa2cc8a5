import { useTranslation } from 'react-i18next'
import { useMay } from '../../calls/use-may.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { Note } from '../../components/failure-note.tsx'
import { useGo } from '../../app/navigate.ts'
import type { Obstacle } from './use-obstacle.ts'
import styles from './slip.module.css'

/** Why nothing can be posted now, and what to do about it. */
export function SlipObstacle({ obstacle }: { readonly obstacle: Obstacle | null }) {
  const { t } = useTranslation('postings')
  const mayOpenDay = useMay('branches.openDay')
  const go = useGo()
  if (obstacle === null) return null
  const opensDay = obstacle === 'dayClosed' && mayOpenDay
  return (
    <Note tone="warn">
      <div className={styles.obstacle}>
        <p>{t(opensDay ? 'obstacle.dayIsYours' : `obstacle.${obstacle}`)}</p>
        {(obstacle === 'noTill' || obstacle === 'tillCounted') && (
          <BusyButton variant="default" keys="F10" onClick={() => go('/tills')}>
            {t(obstacle === 'noTill' ? 'openTill' : 'showTill')}
          </BusyButton>
        )}
        {opensDay && (
          <BusyButton variant="default" onClick={() => go('/branches')}>
            {t('openDay')}
          </BusyButton>
        )}
      </div>
    </Note>
  )
}
