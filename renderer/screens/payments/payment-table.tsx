import type { TFunction } from 'i18next'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { OutcomeLine } from '../../../shared/contract/payments.ts'
import { fromLedger } from '../../../shared/money.ts'
import type { Answer } from '../../calls/answer.ts'
import { Amount } from '../../components/amount.tsx'
import { Identifier } from '../../components/bidi.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import type { Column } from '../../components/table-column.ts'
import { problemText } from './line-words.ts'
import typography from '../../theme/typography.module.css'
import styles from './payments.module.css'

type Props = {
  readonly lines: Answer<readonly OutcomeLine[]>
  readonly currency: string
  /** What is said of a line that is neither posted nor refused. */
  readonly otherwise: string
}

/** The lines of a file, and of each what becomes of it. */
export function PaymentTable({ lines, currency, otherwise }: Props) {
  const { t } = useTranslation('payments')
  const [focused, setFocused] = useState<OutcomeLine | null>(null)
  const columns = useMemo(() => columnsOf(t, currency, otherwise), [t, currency, otherwise])
  return (
    <DataTable
      label={t('lines')}
      counted={(count) => t('lineCount', { count })}
      columns={columns}
      rows={lines}
      rowKey={({ line }) => String(line)}
      rowHeight={32}
      onRowFocus={setFocused}
      foot={focused !== null && <Reason line={focused} />}
      empty={<EmptyState title={t('fault.EMPTY')} />}
    />
  )
}

const columnsOf = (
  t: TFunction<'payments'>,
  currency: string,
  otherwise: string,
): readonly Column<OutcomeLine>[] => [
  {
    id: 'line',
    header: t('line'),
    width: 48,
    numeric: true,
    cell: ({ line }) => line,
    sort: ({ line }) => line,
  },
  {
    id: 'account',
    header: t('account'),
    width: 112,
    cell: ({ account }) => <Identifier>{formatAccountNumber(account)}</Identifier>,
  },
  {
    id: 'name',
    header: t('name'),
    width: 104,
    cell: ({ name }) => <bdi className={typography.clipped}>{name}</bdi>,
    sort: ({ name }) => name,
  },
  {
    id: 'amount',
    header: t('amount'),
    width: 104,
    numeric: true,
    cell: ({ amount }) => amount !== null && <Amount value={amount} currency={currency} />,
    sort: ({ amount }) => (amount === null ? -1n : fromLedger(amount, currency).minor),
  },
  {
    id: 'outcome',
    header: t('outcome'),
    cell: (line) => <LineOutcome line={line} otherwise={otherwise} />,
    sort: ({ problem, posting }) => (problem === null ? (posting ?? '') : ' '),
  },
]

/** What a narrow column cuts, whole: of the line that has the focus. */
function Reason({ line }: { readonly line: OutcomeLine }) {
  const { t } = useTranslation('payments')
  const said = remarkOf(t, line)
  if (said === null) return null
  return (
    <span className={said.className}>
      {t('line')} {line.line}: <bdi>{said.text}</bdi>
    </span>
  )
}

function LineOutcome({ line, otherwise }: { readonly line: OutcomeLine; readonly otherwise: string }) {
  const { t } = useTranslation('payments')
  if (line.posting !== null) return <Identifier>{line.posting}</Identifier>
  const said = remarkOf(t, line)
  if (said === null) return <span className={typography.subdued}>{otherwise}</span>
  return (
    <span className={said.className} title={said.text}>
      <bdi>{said.text}</bdi>
    </span>
  )
}

/** Why a line is not posted, or whose account it pays on where it names somebody else; null of any other line. */
function remarkOf(t: TFunction<'payments'>, { problem, holder }: OutcomeLine) {
  if (problem !== null) return { text: problemText(t, problem), className: styles.problem }
  return holder === null ? null : { text: t('accountOf', { holder }), className: styles.another }
}
