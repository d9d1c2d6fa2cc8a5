import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { JournalParty, JournalRow } from '../../../shared/contract/journal.ts'
import { ActorText } from '../../components/actor-text.tsx'
import { Amount } from '../../components/amount.tsx'
import { DateText, Identifier } from '../../components/bidi.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import type { Column } from '../../components/table-column.ts'
import { useAccountWord } from '../postings/use-account-word.ts'
import type { Journal } from './use-journal.ts'
import table from '../../components/table.module.css'
import typography from '../../theme/typography.module.css'

type Props = {
  readonly journal: Journal
  /** A posting is open beside it, so there is room for the most important columns only. */
  readonly narrow: boolean
  readonly selectedKey: string | null
  readonly onOpen: (row: JournalRow) => void
}

/** The postings, one line each, and at the foot how many there are and what they come to. */
export function JournalTable({ journal, narrow, selectedKey, onOpen }: Props) {
  const { t } = useTranslation('journal')
  const columns = useMemo(() => [...firstColumns(t), ...(narrow ? [] : lastColumns(t))], [t, narrow])
  const total = journal.total.state === 'known' ? journal.total.value : null
  /** More than were counted: known as soon as all are listed. */
  const uncounted = total?.more === true && journal.more
  const sums = total?.sums?.map(({ currency, amount }) => ({
    label: t('sum', { currency }),
    value: amount,
    currency,
  }))
  return (
    <DataTable
      label={t('title')}
      columns={columns}
      rows={journal.rows}
      rowKey={({ id }) => id}
      counted={(count) => t(uncounted ? 'countMore' : 'count', { count: Math.max(count, total?.count ?? 0) })}
      onOpen={onOpen}
      selectedKey={selectedKey}
      onEnd={journal.next}
      sums={sums ?? []}
      foot={<Foot journal={journal} />}
      empty={<EmptyState title={t('empty')} hint={t('emptyHint')} />}
    />
  )
}

/** That it is still being looked, or why there are no sums. */
function Foot({ journal: { looking, total } }: { readonly journal: Journal }) {
  const { t } = useTranslation('journal')
  if (looking) return <output>{t('looking')}</output>
  if (total.state !== 'known' || total.value.sums !== null) return null
  return <span>{t(total.value.more ? 'tooMany' : 'blind')}</span>
}

const firstColumns = (t: TFunction<'journal'>): readonly Column<JournalRow>[] => [
  {
    id: 'date',
    header: t('date'),
    width: 116,
    cell: ({ businessDate }) => <DateText value={businessDate} />,
  },
  {
    id: 'reference',
    header: t('reference'),
    width: 144,
    cell: ({ reference }) => <Identifier>{reference}</Identifier>,
  },
  { id: 'what', header: t('what'), cell: (row) => <What row={row} /> },
  {
    id: 'amount',
    header: t('amount'),
    numeric: true,
    width: 152,
    cell: ({ amount, currency }) => <Amount value={amount} currency={currency} withCurrency strong />,
  },
]

const lastColumns = (t: TFunction<'journal'>): readonly Column<JournalRow>[] => [
  { id: 'debit', header: t('debit'), cell: ({ debit }) => <Party party={debit} /> },
  { id: 'credit', header: t('credit'), cell: ({ credit }) => <Party party={credit} /> },
  { id: 'person', header: t('person'), width: 168, cell: ({ actor }) => <ActorText actor={actor} /> },
]

/** The kind of posting, how it stands where that is not done, and its reversal. */
function What({ row: { transactionType, status, reversal, description } }: { readonly row: JournalRow }) {
  const { t } = useTranslation(['journal', 'accounts'])
  return (
    <span className={table.named} title={description ?? undefined}>
      {t(`accounts:kind.${transactionType}`)}{' '}
      <span className={typography.subdued}>
        {status !== 'COMPLETED' && t(`statuses.${status}`)}
        {reversal !== null && t(`accounts:reversal.${reversal.direction}`, { reference: reversal.reference })}
        {reversal === null && <bdi>{description}</bdi>}
      </span>
    </span>
  )
}

function Party({ party }: { readonly party: JournalParty | null }) {
  const word = useAccountWord()
  if (party === null) return null
  return (
    <span className={table.named}>
      <bdi>{word(party.label)}</bdi> <bdi className={typography.subdued}>{party.holder}</bdi>
    </span>
  )
}
