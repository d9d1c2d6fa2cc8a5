import { useTranslation } from 'react-i18next'
import { useQueryCall } from '../../calls/use-call.ts'
import { StatusBadge } from '../../components/status-badge.tsx'
import { formatDate } from '../../i18n/dates.ts'
import { TimeText } from '../../components/bidi.tsx'
import { CloseMonth } from './close-month.tsx'
import { classes } from '../../theme/classes.ts'
import typography from '../../theme/typography.module.css'
import section from '../../components/section.module.css'
import styles from './day-figures.module.css'

const TONES = { OPEN: 'ok', ENDED: 'warn', CLOSED: 'neutral' } as const

/** The month of the day that is shown: whether it is closed, by whom, and its closing once it has ended. */
export function DayMonth({ businessDate }: { readonly businessDate: string }) {
  const { t } = useTranslation('branches')
  const { answer, refetch } = useQueryCall('branches.readMonth', { businessDate }, { keep: true })
  if (answer.state !== 'known') return null
  const { state, lastDay, closedBy, closedAt } = answer.value
  return (
    <section className={section.section} aria-labelledby="day-month-title">
      <header className={section.head}>
        <h2 id="day-month-title">{t('month.title', { date: formatDate(lastDay) })}</h2>
        <StatusBadge tone={TONES[state]}>{t(`month.state.${state}`)}</StatusBadge>
      </header>
      {closedBy !== null && closedAt !== null && (
        <p className={classes(typography.subdued, styles.month)}>
          {t('closedBy')} <bdi>{closedBy}</bdi>, <TimeText value={closedAt} />
        </p>
      )}
      {state === 'ENDED' && (
        <div className={styles.month}>
          <CloseMonth businessDate={businessDate} lastDay={lastDay} onClosed={refetch} />
        </div>
      )}
    </section>
  )
}
