import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '../../../shared/contract/customers.ts'
import { DateText, Identifier } from '../../components/bidi.tsx'
import { DataTable } from '../../components/data-table.tsx'
import type { Column } from '../../components/table-column.ts'
import { KycBadge, PartyBadge } from './badges.tsx'
import { spokenPhone } from './phone.ts'

type Props = {
  readonly rows: readonly CustomerRow[] | undefined
  readonly onOpen: (row: CustomerRow) => void
  readonly empty: ReactNode
  readonly foot: ReactNode
}

/** People, best fit first until somebody sorts them. */
export function CustomerTable(props: Props) {
  const { t } = useTranslation('customers')
  const columns = useMemo<Column<CustomerRow>[]>(() => {
    const nothing = <span className="dim">{t('none')}</span>
    return [
      {
        id: 'name',
        header: t('name'),
        cell: ({ firstName, lastName }) => (
          <bdi className="t1 clip">
            {firstName} {lastName}
          </bdi>
        ),
        sort: ({ firstName, lastName }) => `${lastName} ${firstName}`,
      },
      {
        id: 'number',
        header: t('number'),
        width: 120,
        cell: ({ customerNumber }) => <Identifier>{customerNumber}</Identifier>,
        sort: ({ customerNumber }) => customerNumber,
      },
      {
        id: 'born',
        header: t('born'),
        width: 116,
        cell: ({ dateOfBirth }) => (dateOfBirth === null ? nothing : <DateText value={dateOfBirth} />),
        sort: ({ dateOfBirth }) => dateOfBirth ?? '',
      },
      {
        id: 'phone',
        header: t('phone'),
        width: 160,
        cell: ({ phone }) => (phone === null ? nothing : <Identifier>{spokenPhone(phone)}</Identifier>),
      },
      {
        id: 'email',
        header: t('email'),
        cell: ({ email }) => (email === null ? nothing : <bdi>{email}</bdi>),
        sort: ({ email }) => email ?? '',
      },
      {
        id: 'kyc',
        header: t('kycColumn'),
        width: 120,
        cell: ({ kycStatus }) => <KycBadge value={kycStatus} short />,
        sort: ({ kycStatus }) => kycStatus,
      },
      {
        id: 'status',
        header: t('status'),
        width: 124,
        cell: ({ status }) => <PartyBadge value={status} />,
        sort: ({ status }) => status,
      },
    ]
  }, [t])
  return (
    <DataTable
      {...props}
      label={t('title')}
      counted={(count) => t('found', { count })}
      columns={columns}
      rowKey={({ id }) => id}
      rowHeight={40}
    />
  )
}
