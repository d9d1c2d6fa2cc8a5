import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { KycDue } from '../../../shared/contract/kyc.ts'
import { RISKS } from '../../../shared/rules/kyc.ts'
import type { Answer } from '../../calls/answer.ts'
import { DateText, Identifier } from '../../components/bidi.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import type { Column } from '../../components/table-column.ts'
import { RiskBadge } from './risk-badge.tsx'

type Props = {
  readonly due: Answer<readonly KycDue[]>
  readonly selectedKey: string | null
  readonly onOpen: (due: KycDue) => void
}

/** What has to be asked for again, most overdue first. */
export function DueTable({ due, ...selection }: Props) {
  const { t } = useTranslation(['kyc', 'documents'])
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <DataTable
      label={t('due.list')}
      counted={(count) => t('due.count', { count })}
      columns={columns}
      rows={due}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('due.none')} hint={t('due.noneHint')} />}
      {...selection}
    />
  )
}

type Translate = TFunction<['kyc', 'documents']>

const columnsOf = (t: Translate): readonly Column<KycDue>[] => [
  {
    id: 'customer',
    header: t('due.customer'),
    cell: ({ customerName }) => <bdi>{customerName}</bdi>,
    sort: ({ customerName }) => customerName,
  },
  {
    id: 'number',
    header: t('due.number'),
    width: 112,
    cell: ({ customerNumber }) => <Identifier>{customerNumber}</Identifier>,
  },
  {
    id: 'what',
    header: t('due.what'),
    width: 176,
    cell: ({ documentType }) =>
      documentType === null ? t('due.REVIEW') : t(`documents:type.${documentType}`),
    sort: ({ documentType }) => documentType ?? '',
  },
  {
    id: 'on',
    header: t('due.on'),
    width: 112,
    cell: ({ on }) => <DateText value={on} />,
    sort: ({ on }) => on,
  },
  { id: 'days', header: t('due.days'), width: 112, cell: ({ days }) => inWords(t, days) },
  {
    id: 'risk',
    header: t('due.risk'),
    width: 96,
    cell: ({ risk }) => <RiskBadge value={risk} />,
    sort: ({ risk }) => RISKS.indexOf(risk),
  },
]

function inWords(t: Translate, days: number): string {
  if (days === 0) return t('due.today')
  return days < 0 ? t('due.ago', { count: -days }) : t('due.in', { count: days })
}
