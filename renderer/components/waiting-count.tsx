import { useTranslation } from 'react-i18next'
import type { Answer } from '../calls/answer.ts'
import layout from '../theme/layout.module.css'
import styles from './waiting-count.module.css'

/** How many things wait on a screen, beside its name in the navigation. Nothing when none do; a question mark when it is not known. */
export function WaitingCount({ count }: { readonly count: Answer<number> }) {
  const { t } = useTranslation('components')
  if (count.state === 'loading' || (count.state === 'known' && count.value === 0)) return null
  return (
    <span className={styles.waiting} data-waiting>
      <span aria-hidden>{count.state === 'known' ? count.value : '?'}</span>
      <span className={layout.visuallyHidden}>
        {count.state === 'known' ? t('waiting', { count: count.value }) : t('waitingUnknown')}
      </span>
    </span>
  )
}
