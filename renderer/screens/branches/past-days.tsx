import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DayRow } from '../../../shared/contract/branches.ts'
import { mapAnswer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'
import { Amount } from '../../components/amount.tsx'
import { DateText } from '../../components/bidi.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import type { Column } from '../../components/table-column.ts'
import typography from '../../theme/typography.module.css'

/** A year of days; older ones are for the reports. */
const SHOWN = 200

type Props = {
  readonly chosen: string | null
  readonly onChoose: (businessDate: string | null) => void
}

/** The days of the branch with their differences; opening one shows its figures. */
export function PastDays({ chosen, onChoose }: Props) {
  const { t } = useTranslation('branches')
  const { branch } = useSession()
  const currency = branch?.currency ?? ''
  const { answer } = useQueryCall('branches.listDays', { before: null, limit: SHOWN })
  const days = mapAnswer(answer, (page) => page.days)
  const columns = useMemo(() => columnsOf(t, currency), [t, currency])
  const shown =
    days.state === 'known' ? days.value.find(({ businessDate }) => businessDate === chosen) : undefined
  return (
    <DataTable
      label={t('days.title')}
      counted={(count) => t('days.count', { count })}
      columns={columns}
      rows={days}
      rowKey={({ id }) => id}
      selectedKey={shown?.id ?? null}
      onOpen={({ businessDate }) => onChoose(businessDate)}
      empty={<EmptyState title={t('never')} />}
    />
  )
}

const columnsOf = (t: TFunction<'branches'>, currency: string): readonly Column<DayRow>[] => [
  {
    id: 'date',
    header: t('days.date'),
    width: 128,
    cell: ({ businessDate }) => <DateText value={businessDate} />,
  },
  { id: 'state', header: t('state'), width: 88, cell: ({ status }) => t(`status.${status}`) },
  { id: 'postings', header: t('days.postings'), width: 72, numeric: true, cell: ({ postings }) => postings },
  {
    id: 'difference',
    header: t('days.differences'),
    numeric: true,
    cell: (day) => <Differences day={day} currency={currency} />,
  },
]

/** What was short and over, apart: added up they would hide each other. */
function Differences({
  day: { short, over },
  currency,
}: {
  readonly day: DayRow
  readonly currency: string
}) {
  const { t } = useTranslation('branches')
  const [isShort, isOver] = [Number(short) !== 0, Number(over) !== 0]
  if (!isShort && !isOver) return <span className={typography.subdued}>{t('days.none')}</span>
  return (
    <>
      {isShort && <Amount value={`-${short}`} currency={currency} strong />}
      {isShort && isOver && ' '}
      {isOver && <Amount value={over} currency={currency} />}
    </>
  )
}
