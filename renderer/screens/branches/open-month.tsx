import { useTranslation } from 'react-i18next'
import { useQueryCall } from '../../calls/use-call.ts'
import { useMay } from '../../calls/use-may.ts'
import { Note } from '../../components/failure-note.tsx'
import { formatDate } from '../../i18n/dates.ts'
import { CloseMonth } from './close-month.tsx'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import styles from './day-side.module.css'

type Props = {
  /** The newest day of the branch. */
  readonly businessDate: string
  /** The day whose figures are shown; null for the newest. Its own month stands among them. */
  readonly shown: string | null
}

const monthOf = (date: string) => date.slice(0, 7)

/** That a month before this one was worked in and is still open, and its closing, which closes what was before it too. */
export function OpenMonth({ businessDate, shown }: Props) {
  const { t } = useTranslation('branches')
  const mayClose = useMay('branches.closeMonth')
  const first = `${monthOf(businessDate)}-01`
  const days = useQueryCall('branches.listDays', { before: first, limit: 1 }).answer
  const last = days.state === 'known' ? (days.value.days[0]?.businessDate ?? null) : null
  const { answer, refetch } = useQueryCall(
    'branches.readMonth',
    { businessDate: last ?? '' },
    { enabled: last !== null },
  )
  if (last === null || answer.state !== 'known' || answer.value.state !== 'ENDED') return null
  if (shown !== null && monthOf(shown) === monthOf(last)) return null
  const { lastDay } = answer.value
  return (
    <div className={classes(layout.stack, layout.padded, styles.waiting)}>
      <Note tone="warn">
        {t(mayClose ? 'month.stillOpen' : 'month.openForAuditor', { date: formatDate(lastDay) })}
      </Note>
      <CloseMonth businessDate={last} lastDay={lastDay} onClosed={refetch} />
    </div>
  )
}
