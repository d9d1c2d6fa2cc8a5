import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkstationRow } from '../../../shared/contract/workstations.ts'
import type { Answer } from '../../calls/answer.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { Identifier } from '../../components/bidi.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { StatusBadge, type Tone } from '../../components/status-badge.tsx'
import type { Column } from '../../components/table-column.ts'

type Props = {
  readonly workstations: Answer<readonly WorkstationRow[]>
  readonly selectedKey: string | null
  readonly onOpen: (workstation: WorkstationRow) => void
}

/** Each workstation with its state, when it was here last and by which build. */
export function WorkstationTable({ workstations, ...selection }: Props) {
  const { t } = useTranslation('workstations')
  const { time } = useBranchTime()
  const columns = useMemo(() => columnsOf(t, time), [t, time])
  return (
    <DataTable
      label={t('list')}
      counted={(count) => t('count', { count })}
      columns={columns}
      rows={workstations}
      rowKey={({ login }) => login}
      empty={<EmptyState title={t('none')} hint={t('noneHint')} />}
      {...selection}
    />
  )
}

type Translate = TFunction<'workstations'>

const TONES: Readonly<Record<WorkstationRow['status'], Tone>> = {
  ACTIVE: 'ok',
  REVOKED: 'bad',
  REPLACED: 'neutral',
  BY_SERVER: 'neutral',
}

export const WorkstationBadge = ({
  status,
  t,
}: Pick<WorkstationRow, 'status'> & { readonly t: Translate }) => (
  <StatusBadge tone={TONES[status]}>{t(`status.${status}`)}</StatusBadge>
)

/** When it was here last, in words. */
export const seenText = (
  { connected, seenAt }: Pick<WorkstationRow, 'connected' | 'seenAt'>,
  t: Translate,
  time: (iso: string) => string,
): string => {
  if (connected) return t('now')
  return seenAt === null ? t('seenNever') : time(seenAt)
}

const columnsOf = (t: Translate, time: (iso: string) => string): readonly Column<WorkstationRow>[] => [
  {
    id: 'computer',
    header: t('computer'),
    cell: ({ computer, own }) => (
      <span>
        <bdi>{computer}</bdi>
        {own && ` (${t('own')})`}
      </span>
    ),
  },
  {
    id: 'state',
    header: t('state'),
    width: 144,
    cell: ({ status }) => <WorkstationBadge status={status} t={t} />,
  },
  { id: 'seen', header: t('seen'), width: 216, cell: (row) => seenText(row, t, time) },
  {
    id: 'build',
    header: t('build'),
    width: 136,
    cell: ({ build }) => (build === null ? null : <Identifier>{build}</Identifier>),
  },
]
