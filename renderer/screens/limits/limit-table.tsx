import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PostingLimit } from '../../../shared/contract/limits.ts'
import type { Answer } from '../../calls/answer.ts'
import { Amount } from '../../components/amount.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import type { Column } from '../../components/table-column.ts'
import { formatDate } from '../../i18n/dates.ts'

type Props = {
  readonly limits: Answer<readonly PostingLimit[]>
  readonly selectedKey: string | null
  readonly onOpen: (limit: PostingLimit) => void
}

/** One row for each role and type of posting, and one for each limit that begins later. */
export function LimitTable({ limits, ...selection }: Props) {
  const { t } = useTranslation(['limits', 'users'])
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <DataTable
      label={t('list')}
      counted={(count) => t('count', { count })}
      columns={columns}
      rows={limits}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('none')} hint={t('noneHint')} />}
      {...selection}
    />
  )
}

type Translate = TFunction<['limits', 'users']>

const amount = (id: 'perPosting' | 'perPersonDay' | 'perAccountDay', t: Translate): Column<PostingLimit> => ({
  id,
  header: t(id),
  width: 160,
  numeric: true,
  cell: (limit) => {
    const value = limit[id]
    return value === null ? null : <Amount value={value} currency={limit.currency} />
  },
})

const columnsOf = (t: Translate): readonly Column<PostingLimit>[] => [
  { id: 'role', header: t('role'), width: 112, cell: ({ role }) => t(`users:roleName.${role}`) },
  { id: 'type', header: t('type'), width: 112, cell: ({ transactionType }) => t(`types.${transactionType}`) },
  amount('perPosting', t),
  amount('perPersonDay', t),
  amount('perAccountDay', t),
  { id: 'validity', header: t('validity'), cell: (limit) => validity(limit, t) },
]

function validity({ validFrom, validUntil }: PostingLimit, t: Translate): string {
  if (validFrom === null) return t('byDefault')
  const from = formatDate(validFrom)
  return validUntil === null ? t('from', { from }) : t('fromUntil', { from, until: formatDate(validUntil) })
}
