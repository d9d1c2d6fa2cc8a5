import { useTranslation } from 'react-i18next'
import layout from '../theme/layout.module.css'
import styles from './waiting-count.module.css'

/** How many things wait on a screen, beside its name in the navigation. Nothing when none do. */
export function WaitingCount({ count }: { readonly count: number }) {
  const { t } = useTranslation('components')
  if (count === 0) return null
  return (
    <span className={styles.waiting} data-waiting>
      <span aria-hidden>{count}</span>
      <span className={layout.visuallyHidden}>{t('waiting', { count })}</span>
    </span>
  )
}
