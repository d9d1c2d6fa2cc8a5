import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BranchRow } from '../../../shared/contract/bank-branches.ts'
import { fromLedger } from '../../../shared/money.ts'
import type { Answer } from '../../calls/answer.ts'
import { DataTable } from '../../components/data-table.tsx'
import { StatusBadge, type Tone } from '../../components/status-badge.tsx'
import type { Column } from '../../components/table-column.ts'
import { showMoney } from '../../i18n/amounts.ts'
import { formatDate } from '../../i18n/dates.ts'
import { classes } from '../../theme/classes.ts'
import typography from '../../theme/typography.module.css'

type Props = {
  readonly branches: Answer<readonly BranchRow[]>
  readonly selectedKey: string | null
  readonly onOpen: (branch: BranchRow) => void
}

/** Each branch with its day and what it has; closed ones last. */
export function BankTable({ branches, ...selection }: Props) {
  const { t } = useTranslation('branches')
  const columns = useColumns(branches.state === 'known' ? branches.value : [])
  return (
    <DataTable
      label={t('bank.list')}
      counted={(count) => t('bank.count', { count })}
      columns={columns}
      rows={branches}
      rowKey={({ id }) => id}
      rowHeight={48}
      empty={null}
      {...selection}
    />
  )
}

/** Whether it works: closed for good, without people yet, or by its day. */
export const stateOf = ({ closedAt, lacks, dayOpen }: BranchRow) => {
  if (closedAt !== null) return 'closed'
  if (lacks.includes('ADMINISTRATOR') || lacks.includes('SECOND_PERSON')) return 'setUp'
  return dayOpen ? 'open' : 'dayClosed'
}

const TONES: Readonly<Record<ReturnType<typeof stateOf>, Tone>> = {
  open: 'ok',
  dayClosed: 'neutral',
  setUp: 'warn',
  closed: 'neutral',
}

export function BranchBadge({ branch }: { readonly branch: BranchRow }) {
  const { t } = useTranslation('branches')
  const state = stateOf(branch)
  return <StatusBadge tone={TONES[state]}>{t(`bank.${state}`)}</StatusBadge>
}

/** What it holds in its currency. */
export const cashText = ({ cash, currency }: BranchRow): string =>
  cash === null ? '' : `${showMoney(fromLedger(cash, currency))} ${currency}`

function useColumns(branches: readonly BranchRow[]): readonly Column<BranchRow>[] {
  const { t } = useTranslation('branches')
  const withCash = branches.some(({ cash }) => cash !== null)
  return useMemo(() => {
    const count = (id: 'staff' | 'workstations' | 'tills', width: number): Column<BranchRow> => ({
      id,
      header: t(`bank.${id}`),
      width,
      numeric: true,
      cell: (row) => row[id],
    })
    const cash: Column<BranchRow> = {
      id: 'cash',
      header: t('bank.cash'),
      width: 152,
      numeric: true,
      cell: cashText,
    }
    return [
      { id: 'code', header: t('bank.code'), width: 80, cell: ({ code }) => <bdi>{code}</bdi> },
      { id: 'name', header: t('bank.name'), cell: (branch) => <NameCell branch={branch} /> },
      { id: 'state', header: t('bank.state'), width: 132, cell: (branch) => <BranchBadge branch={branch} /> },
      {
        id: 'day',
        header: t('bank.day'),
        width: 108,
        cell: ({ businessDate }) => (businessDate === null ? t('bank.noDay') : formatDate(businessDate)),
      },
      count('staff', 60),
      count('workstations', 108),
      count('tills', 56),
      ...(withCash ? [cash] : []),
    ]
  }, [t, withCash])
}

function NameCell({ branch: { name, timeZone, isOwn } }: { readonly branch: BranchRow }) {
  const { t } = useTranslation('branches')
  return (
    <>
      <div className={classes(typography.primary, typography.clipped)}>
        <bdi>{name}</bdi> {isOwn && <span className={typography.subdued}>({t('bank.own')})</span>}
      </div>
      <div className={classes(typography.secondary, typography.clipped)}>
        <bdi>{timeZone}</bdi>
      </div>
    </>
  )
}
