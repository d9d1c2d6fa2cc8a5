import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatementLine } from '../../../shared/contract/accounts.ts'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { useStatementColumns } from './statement-columns.tsx'

type Props = {
  readonly currency: string
  readonly lines: readonly StatementLine[] | undefined
  readonly hasMore: boolean
  readonly onEnd: () => void
  /** The transaction whose receipt is shown. */
  readonly opened: string | null
  readonly onOpen: (transactionId: string) => void
  /** Called once, when the first lines are there. */
  readonly onDrawn: () => void
}

/** Newest first, and only so: the running balance makes sense in no other order. */
export function StatementTable({ currency, lines, hasMore, onEnd, opened, onOpen, onDrawn }: Props) {
  const { t } = useTranslation('accounts')
  const columns = useStatementColumns(lines ?? [], currency)
  const drawn = useRef(false)
  useEffect(() => {
    if (lines === undefined || drawn.current) return
    drawn.current = true
    onDrawn()
  }, [lines, onDrawn])
  const foot = lines !== undefined && lines.length > 0 && (hasMore ? t('more') : t('whole'))
  return (
    <DataTable
      label={t('statement')}
      counted={(count) => t('postings', { count })}
      columns={columns}
      rows={lines}
      rowKey={({ entryId }) => entryId}
      selectedKey={lines?.find(({ transactionId }) => transactionId === opened)?.entryId ?? null}
      onOpen={({ transactionId }) => onOpen(transactionId)}
      onEnd={onEnd}
      foot={foot}
      empty={<EmptyState title={t('noPostings')} hint={t('noPostingsHint')} />}
    />
  )
}
