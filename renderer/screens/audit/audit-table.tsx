import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditRow } from '../../../shared/contract/audit.ts'
import { DEFAULT_CURRENCY } from '../../../shared/currencies.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { useSession } from '../../calls/use-session.ts'
import { ActorText } from '../../components/actor-text.tsx'
import { Amount } from '../../components/amount.tsx'
import { TimeText } from '../../components/bidi.tsx'
import { DataTable } from '../../components/data-table.tsx'
import type { Column } from '../../components/table-column.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { amountOf, type RecordedAmount } from './amount-of.ts'
import { changesInWords } from './changes-in-words.ts'
import type { ReadContext } from './readable.ts'
import type { AuditPages } from './use-audit-pages.ts'
import { entryTitle, recordName, recordTypeWord } from './words.ts'
import table from '../../components/table.module.css'
import typography from '../../theme/typography.module.css'

type Names = ReadonlyMap<string, string>

type Props = {
  readonly pages: AuditPages
  /** People by their id. */
  readonly names: Names
  /** An entry is open beside it, so there is room for the most important columns only. */
  readonly narrow: boolean
  readonly selectedKey: string | null
  readonly onRowFocus: (row: AuditRow) => void
  readonly onOpen: (row: AuditRow) => void
}

/** The entries, one line each. */
export function AuditTable({ pages, names, narrow, ...selection }: Props) {
  const { t } = useTranslation('audit')
  const { timeZone } = useBranchTime()
  const currency = useSession().branch?.currency ?? DEFAULT_CURRENCY
  const columns = useMemo(
    () => [
      ...entryColumns(t, names, narrow),
      ...recordColumns(t, { names, currency, timeZone }).slice(0, narrow ? 1 : undefined),
    ],
    [t, names, currency, timeZone, narrow],
  )
  return (
    <DataTable
      label={t('log')}
      counted={(count) => t('entries', { count })}
      columns={columns}
      rows={pages.rows}
      rowKey={({ id }) => id}
      onEnd={pages.next}
      foot={pages.rows.state === 'known' && <span>{footOf(pages, t)}</span>}
      empty={<EmptyState title={t('empty')} hint={t('emptyHint')} />}
      {...selection}
    />
  )
}

const footOf = ({ looking, more }: AuditPages, t: TFunction<'audit'>) => {
  if (looking) return t('lookingOn')
  return more ? t('more') : t('all')
}

/** Beside an open entry, which says its second, the minute is enough: the names of records need the room. */
const entryColumns = (t: TFunction<'audit'>, names: Names, narrow: boolean): readonly Column<AuditRow>[] => [
  {
    id: 'at',
    header: t('at'),
    width: narrow ? 216 : 240,
    cell: ({ at }) => <TimeText value={at} exact={!narrow} />,
  },
  {
    id: 'person',
    header: t('person'),
    width: narrow ? 128 : 136,
    cell: ({ userId, username, actor }) =>
      userId === null || actor.person !== null ? (
        <ActorText actor={actor} />
      ) : (
        <bdi>{names.get(userId) ?? username ?? t('unknownPerson')}</bdi>
      ),
  },
  {
    id: 'action',
    header: t('action'),
    ...(narrow ? {} : { width: 176 }),
    cell: (row) => <span className={typography.primary}>{entryTitle(row)}</span>,
  },
]

const recordColumns = (t: TFunction<'audit'>, context: ReadContext): readonly Column<AuditRow>[] => [
  {
    id: 'record',
    header: t('record'),
    cell: (row) => <RecordCell row={row} names={context.names} />,
  },
  {
    id: 'amount',
    header: t('amount'),
    width: 144,
    numeric: true,
    cell: (row) => <AmountCell amount={amountOf(row, context.currency)} />,
  },
  {
    id: 'changed',
    header: t('whatChanged'),
    cell: (row) => {
      const words = changesInWords(row, { ...context, records: row.names })
      return (
        <bdi className={typography.clipped} title={words}>
          {words}
        </bdi>
      )
    },
  },
]

/** The record by its kind and name. */
function RecordCell({ row, names }: { readonly row: AuditRow; readonly names: Names }) {
  const { t } = useTranslation('audit')
  return (
    <span className={table.named}>
      <span className={typography.subdued}>{recordTypeWord(row.resourceType)}</span>{' '}
      {row.redacted ? (
        <span className={typography.subdued}>{t('notShown')}</span>
      ) : (
        <bdi title={recordName(row, names)}>{recordName(row, names)}</bdi>
      )}
    </span>
  )
}

function AmountCell({ amount }: { readonly amount: RecordedAmount | null }) {
  return amount === null ? null : <Amount value={amount.value} currency={amount.currency} withCurrency />
}
