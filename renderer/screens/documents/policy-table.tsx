import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedKycPolicy } from '../../../shared/contract/kyc.ts'
import type { Answer } from '../../calls/answer.ts'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import type { Column } from '../../components/table-column.ts'
import { formatDate } from '../../i18n/dates.ts'
import { RiskBadge } from './risk-badge.tsx'

type Props = {
  readonly policies: Answer<readonly ListedKycPolicy[]>
  readonly selectedKey: string | null
  readonly onOpen: (policy: ListedKycPolicy) => void
}

/** One row for each risk, and one for each policy that begins later. */
export function PolicyTable({ policies, ...selection }: Props) {
  const { t } = useTranslation(['kyc', 'documents'])
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <DataTable
      label={t('policies.list')}
      counted={(count) => t('policies.count', { count })}
      columns={columns}
      rows={policies}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('policies.none')} hint={t('policies.noneHint')} />}
      {...selection}
    />
  )
}

type Translate = TFunction<['kyc', 'documents']>

const columnsOf = (t: Translate): readonly Column<ListedKycPolicy>[] => [
  { id: 'risk', header: t('policies.risk'), width: 96, cell: ({ risk }) => <RiskBadge value={risk} /> },
  { id: 'identity', header: t('policies.identity'), cell: (policy) => identityOf(policy, t) },
  {
    id: 'address',
    header: t('policies.address'),
    width: 120,
    cell: ({ addresses, addressDays }) => `${addresses}, ${t('policies.notOlder', { count: addressDays })}`,
  },
  {
    id: 'expired',
    header: t('policies.expired'),
    width: 136,
    cell: ({ expiredBlocks }) => t(`blocksShort.${expiredBlocks}`),
  },
  {
    id: 'review',
    header: t('policies.review'),
    width: 80,
    cell: ({ reviewYears }) => t('policies.afterYears', { count: reviewYears }),
  },
  {
    id: 'validity',
    header: t('policies.validity'),
    width: 104,
    cell: ({ validFrom }) =>
      validFrom === null ? t('policies.byDefault') : t('policies.from', { from: formatDate(validFrom) }),
  },
]

/** Which kinds and countries stands with the chosen policy: here they would be cut. */
function identityOf({ identities, identityTypes, countries }: ListedKycPolicy, t: Translate): string {
  const [only] = identityTypes
  const kinds =
    identityTypes.length === 1 && only !== undefined
      ? t('policies.ofTypes', { count: identities, types: t(`documents:type.${only}`) })
      : t('policies.ofKinds', { count: identities, kinds: identityTypes.length })
  const from =
    countries === null
      ? t('policies.everyCountry')
      : t('policies.countriesCounted', { count: countries.length })
  return `${kinds}, ${from}`
}
