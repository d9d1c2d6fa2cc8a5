import { useTranslation } from 'react-i18next'
import type { HealthRow } from '../../../shared/contract/health.ts'
import { Fact } from '../../components/fact.tsx'
import { formatDayAndMonth } from '../../i18n/dates.ts'
import { sizeInWords } from '../../i18n/sizes.ts'
import { barsOf, CHART } from './bars-of.ts'
import facts from '../../components/facts.module.css'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import styles from './growth-chart.module.css'

type Day = { readonly day: string; readonly bytes: number }
type Props = { readonly row: HealthRow; readonly days: readonly Day[] }

/** What each of the last days added to the audit log, and what follows for a year. */
export function GrowthChart({ row, days }: Props) {
  const { t } = useTranslation('health')
  const { bytes, more, limit } = row.facts
  const size = (value: number | undefined) => (value === undefined ? t('notYet') : sizeInWords(value))
  return (
    <section className={layout.stack} aria-label={t('growth')}>
      <dl className={facts.facts}>
        <Fact label={t('now')}>{size(bytes)}</Fact>
        <Fact label={t('aDay')}>{size(more)}</Fact>
        <Fact label={t('inAYear')}>{size(limit)}</Fact>
      </dl>
      {days.length > 0 && <Bars days={days} />}
    </section>
  )
}

function Bars({ days }: { readonly days: readonly Day[] }) {
  const { t } = useTranslation('health')
  const most = Math.max(...days.map(({ bytes }) => bytes))
  const ends = [days[0], days.at(-1)].flatMap((day) =>
    day === undefined ? [] : [formatDayAndMonth(day.day)],
  )
  return (
    <figure className={styles.figure}>
      <figcaption className={typography.secondary}>{t('growth')}</figcaption>
      <svg
        className={styles.chart}
        preserveAspectRatio="none"
        viewBox={`0 0 ${CHART.width} ${CHART.height}`}
        role="img"
        aria-label={`${ends.join(' – ')}, ${sizeInWords(most)}`}
      >
        {barsOf(days.map(({ bytes }) => bytes)).map((bar) => (
          <rect key={bar.x} className={styles.measure} {...bar} />
        ))}
        <line className={styles.ground} x1={0} x2={CHART.width} y1={CHART.height} y2={CHART.height} />
      </svg>
      <div className={styles.ends}>
        {ends.map((end) => (
          <bdi key={end}>{end}</bdi>
        ))}
      </div>
    </figure>
  )
}
