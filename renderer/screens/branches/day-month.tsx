import { useTranslation } from 'react-i18next'
import { useCall, useQueryCall } from '../../calls/use-call.ts'
import { useMay } from '../../calls/use-may.ts'
import { Confirm } from '../../components/confirm.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import { announce } from '../../feedback/announce.ts'
import { formatDate } from '../../i18n/dates.ts'
import { TimeText } from '../../components/bidi.tsx'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
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
      {state === 'ENDED' && <CloseMonth businessDate={businessDate} lastDay={lastDay} onClosed={refetch} />}
    </section>
  )
}

type CloseProps = { readonly businessDate: string; readonly lastDay: string; readonly onClosed: () => void }

function CloseMonth({ businessDate, lastDay, onClosed }: CloseProps) {
  const { t } = useTranslation('branches')
  const mayClose = useMay('branches.closeMonth')
  const { run, busy, failure } = useCall('branches.closeMonth')
  if (!mayClose) return null
  const close = async () => {
    const answer = await run({ businessDate })
    if (answer?.ok !== true) return
    announce(t('month.done'))
    onClosed()
  }
  return (
    <div className={classes(layout.stack, layout.alignedTop, styles.month)}>
      <Confirm
        label={t('month.action')}
        question={t('month.question', { date: formatDate(lastDay) })}
        cancelLabel={t('month.cancel')}
        busy={busy}
        onConfirm={() => void close()}
      />
      <FailureNote failure={failure} />
    </div>
  )
}
