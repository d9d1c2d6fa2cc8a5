import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TillSession } from '../../../shared/contract/journal.ts'
import { mapAnswer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { Amount } from '../../components/amount.tsx'
import { DateText } from '../../components/bidi.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import type { Column } from '../../components/table-column.ts'

type Props = { readonly onOpen: (session: TillSession) => void }

/** Who held which till: float, count and difference of each session. */
export function TillSessions({ onOpen }: Props) {
  const { t } = useTranslation('journal')
  const { answer } = useQueryCall('journal.listTillSessions', {})
  const columns = useMemo(() => sessionColumns(t), [t])
  return (
    <DataTable
      label={t('sessions')}
      columns={columns}
      rows={mapAnswer(answer, ({ sessions }) => sessions)}
      rowKey={({ id }) => id}
      counted={(count) => t('sessionCount', { count })}
      onOpen={onOpen}
      empty={<EmptyState title={t('noSessions')} hint={t('noSessionsHint')} />}
    />
  )
}

/** A column of figures, empty while they are not known. */
const figure = (id: string, header: string, of: (session: TillSession) => string | null) => ({
  id,
  header,
  numeric: true,
  width: 128,
  cell: (session: TillSession) => {
    const value = of(session)
    return value === null ? null : <Amount value={value} currency={session.currency} />
  },
})

const sessionColumns = (t: TFunction<'journal'>): readonly Column<TillSession>[] => {
  return [
    {
      id: 'date',
      header: t('date'),
      width: 116,
      cell: ({ businessDate }) => <DateText value={businessDate} />,
    },
    { id: 'till', header: t('till'), cell: ({ till }) => <bdi>{till}</bdi> },
    { id: 'holder', header: t('holder'), cell: ({ holder }) => <bdi>{holder}</bdi> },
    {
      id: 'state',
      header: t('state'),
      width: 112,
      cell: ({ closedAt }) => t(closedAt === null ? 'held' : 'closed'),
    },
    figure('float', t('float'), ({ float }) => float),
    figure('expected', t('expected'), ({ expected }) => expected),
    figure('counted', t('counted'), ({ counted }) => counted),
    figure('variance', t('variance'), ({ variance }) => variance),
  ]
}
