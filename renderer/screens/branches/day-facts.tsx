import { useTranslation } from 'react-i18next'
import type { DayView } from '../../../shared/contract/branches.ts'
import { useSession } from '../../calls/use-session.ts'
import { DateText, TimeText } from '../../components/bidi.tsx'
import { Fact } from '../../components/fact.tsx'
import { Note } from '../../components/failure-note.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import { formatDate } from '../../i18n/dates.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import facts from '../../components/facts.module.css'
import state from './day-state.module.css'
import styles from './day-figures.module.css'

const TONES = { OPEN: 'ok', CLOSED: 'neutral', WITHDRAWN: 'warn' } as const

/** The date, whether the day is open, by whom it was opened and closed; and that it is not today's date. */
export function DayFacts({ day }: { readonly day: DayView }) {
  const { t } = useTranslation('branches')
  const localDate = useSession().branch?.localDate ?? day.businessDate
  const isBehind = day.status === 'OPEN' && day.businessDate < localDate
  return (
    <div>
      <dl className={classes(facts.facts, layout.padded, styles.facts)}>
        <div>
          <dt>{t('date')}</dt>
          <dd className={state.date}>
            <DateText value={day.businessDate} />
          </dd>
        </div>
        <Fact label={t('state')}>
          <StatusBadge tone={isBehind ? 'warn' : TONES[day.status]}>{t(`status.${day.status}`)}</StatusBadge>
        </Fact>
        <Fact label={t('openedBy')}>
          <bdi>{day.openedBy}</bdi>, <TimeText value={day.openedAt} />
        </Fact>
        {day.closedAt !== null && (
          <Fact label={t('closedBy')}>
            <bdi>{day.closedBy}</bdi>, <TimeText value={day.closedAt} />
          </Fact>
        )}
      </dl>
      {isBehind && (
        <div className={styles.warning}>
          <Note tone="warn">
            {t('behind', { today: formatDate(localDate), date: formatDate(day.businessDate) })}
          </Note>
        </div>
      )}
    </div>
  )
}
