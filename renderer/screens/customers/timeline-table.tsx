import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineItem } from '../../../shared/contract/timeline-views.ts'
import { Amount } from '../../components/amount.tsx'
import { TimeText } from '../../components/bidi.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import type { Column } from '../../components/table-column.ts'
import { recordOf, whatOf } from './timeline-words.ts'
import type { Timeline } from './use-timeline.ts'
import table from '../../components/table.module.css'
import typography from '../../theme/typography.module.css'

type Props = {
  readonly timeline: Timeline
  readonly label: string
  /** The posting that is open beside the list. */
  readonly selected: string | null
  readonly onOpen: (item: TimelineItem) => void
}

/** A line for each thing that has happened: when, what, to which record, how much, by whom. */
export function TimelineTable({ timeline, label, selected, onOpen }: Props) {
  const { t } = useTranslation('customers')
  const columns = useMemo(() => columnsOf(t), [t])
  const known = timeline.rows.state === 'known' ? timeline.rows.value : []
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={timeline.rows}
      rowKey={({ id }) => id}
      rowHeight={32}
      counted={(count) => t(timeline.more ? 'timeline.countMore' : 'timeline.count', { count })}
      onOpen={onOpen}
      onEnd={timeline.next}
      selectedKey={known.find(({ transactionId }) => transactionId === selected)?.id ?? null}
      empty={<EmptyState title={t('timeline.none')} hint={t('timeline.noneHint')} />}
    />
  )
}

const columnsOf = (t: TFunction<'customers'>): readonly Column<TimelineItem>[] => [
  { id: 'at', header: t('timeline.at'), width: 216, cell: ({ at }) => <TimeText value={at} /> },
  { id: 'what', header: t('timeline.what'), width: 192, cell: (item) => whatOf(item) },
  { id: 'record', header: t('timeline.record'), cell: (item) => <RecordCell item={item} /> },
  {
    id: 'amount',
    header: t('timeline.amount'),
    numeric: true,
    width: 144,
    cell: ({ amount, currency, side }) =>
      amount !== undefined &&
      currency !== undefined && (
        <Amount value={side === 'DEBIT' ? `-${amount}` : amount} currency={currency} withCurrency />
      ),
  },
  {
    id: 'who',
    header: t('timeline.who'),
    width: 168,
    cell: ({ who }) =>
      who === null ? <span className={typography.subdued}>{t('timeline.system')}</span> : <bdi>{who}</bdi>,
  },
]

function RecordCell({ item }: { readonly item: TimelineItem }) {
  const { t } = useTranslation('customers')
  const { why, signedBy = null } = item
  const words = signedBy === null ? why : t('timeline.signedBy', { names: signedBy })
  return (
    <span className={table.named} title={why ?? undefined}>
      <span>{recordOf(item)}</span> <bdi className={typography.subdued}>{words}</bdi>
    </span>
  )
}
