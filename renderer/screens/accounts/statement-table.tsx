import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatementLine, StatementTotals } from '../../../shared/contract/accounts.ts'
import type { Answer } from '../../calls/answer.ts'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { useStatementColumns } from './statement-columns.tsx'
import { statementSums } from './statement-sums.ts'

type Props = {
  readonly currency: string
  readonly lines: Answer<readonly StatementLine[]>
  /** Of a period, or of what was looked for. */
  readonly totals: StatementTotals | null
  readonly narrowed: boolean
  readonly hasMore: boolean
  /** It is still being looked for what fills the page. */
  readonly looking: boolean
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
export function StatementTable(props: Props) {
  const { currency, lines, totals, narrowed, hasMore, looking, onEnd, opened, onOpen, onDrawn } = props
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
  // The sums of a period have the foot to themselves.
  const whole = shown.length > 0 && !narrowed && (hasMore ? t('more') : t('whole'))
  const nothingYet = <EmptyState title={t('noPostings')} hint={t('noPostingsHint')} />
  return (
    <DataTable
      label={t('statement')}
      counted={(count) => t('postings', { count: totals?.count ?? count })}
      sums={statementSums(totals, currency, t)}
      columns={columns}
      rows={lines}
      rowKey={({ entryId }) => entryId}
      selectedKey={shown.find(({ transactionId }) => transactionId === opened)?.entryId ?? null}
      onOpen={({ transactionId }) => onOpen(transactionId)}
      onEnd={onEnd}
      foot={looking ? <output>{t('look.looking')}</output> : whole}
      empty={narrowed ? <EmptyState title={t('look.none')} hint={t('look.noneHint')} /> : nothingYet}
    />
  )
}
