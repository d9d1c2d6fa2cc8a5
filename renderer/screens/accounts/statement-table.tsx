import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatementLine } from '../../../shared/contract/accounts.ts'
import type { Answer } from '../../calls/answer.ts'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { useStatementColumns } from './statement-columns.tsx'

type Props = {
  readonly currency: string
  readonly lines: Answer<readonly StatementLine[]>
  readonly hasMore: boolean
  readonly onEnd: () => void
  /** The transaction whose receipt is shown. */
  readonly opened: string | null
  readonly onOpen: (transactionId: string) => void
  /** Called once, when the first lines are there. */
  readonly onDrawn: () => void
}

/** The columns need no width for it. */
const NOT_KNOWN: readonly StatementLine[] = []

/** Newest first, and only so: the running balance makes sense in no other order. */
export function StatementTable({ currency, lines, hasMore, onEnd, opened, onOpen, onDrawn }: Props) {
  const { t } = useTranslation('accounts')
  const shown = lines.state === 'known' ? lines.value : NOT_KNOWN
  const isKnown = lines.state === 'known'
  const columns = useStatementColumns(shown, currency)
  const drawn = useRef(false)
  useEffect(() => {
    if (!isKnown || drawn.current) return
    drawn.current = true
    onDrawn()
  }, [isKnown, onDrawn])
  const foot = shown.length > 0 && (hasMore ? t('more') : t('whole'))
  return (
    <DataTable
      label={t('statement')}
      counted={(count) => t('postings', { count })}
      columns={columns}
      rows={lines}
      rowKey={({ entryId }) => entryId}
      selectedKey={shown.find(({ transactionId }) => transactionId === opened)?.entryId ?? null}
      onOpen={({ transactionId }) => onOpen(transactionId)}
      onEnd={onEnd}
      foot={foot}
      empty={<EmptyState title={t('noPostings')} hint={t('noPostingsHint')} />}
    />
  )
}
