import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Deletion } from '../../../shared/contract/retention.ts'
import type { Answer } from '../../calls/answer.ts'
import { DateText } from '../../components/bidi.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import type { Column } from '../../components/table-column.ts'

type Props = {
  readonly documents: Answer<readonly Deletion[]>
  readonly selectedKey: string | null
  readonly onOpen: (document: Deletion) => void
}

/** What is to be deleted, or was, and by which rule. */
export function DeletionTable({ documents, ...selection }: Props) {
  const { t } = useTranslation(['retention', 'documents'])
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <DataTable
      label={t('documents.list')}
      counted={(count) => t('documents.count', { count })}
      columns={columns}
      rows={documents}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('documents.none')} hint={t('documents.noneHint')} />}
      {...selection}
    />
  )
}

const columnsOf = (t: TFunction<['retention', 'documents']>): readonly Column<Deletion>[] => [
  {
    id: 'customer',
    header: t('documents.customer'),
    cell: ({ customerName }) => <bdi>{customerName}</bdi>,
    sort: ({ customerName }) => customerName,
  },
  {
    id: 'what',
    header: t('documents.what'),
    width: 152,
    cell: ({ documentType }) => t(`documents:type.${documentType}`),
    sort: ({ documentType }) => documentType,
  },
  {
    id: 'rule',
    header: t('documents.rule'),
    width: 264,
    cell: ({ years, event }) => t('rule', { count: years, event: t(`events.${event}`) }),
  },
  {
    id: 'on',
    header: t('documents.on'),
    width: 120,
    cell: ({ on }) => <DateText value={on} />,
    sort: ({ on }) => on,
  },
]
