import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '../../../shared/contract/customers.ts'
import type { Answer } from '../../calls/answer.ts'
import { DataTable } from '../../components/data-table.tsx'
import { useCustomerColumns } from './use-customer-columns.tsx'

type Props = {
  readonly rows: Answer<readonly CustomerRow[]>
  readonly onOpen: (row: CustomerRow) => void
  readonly empty: ReactNode
  readonly foot: ReactNode
}

/** Customers, best match first until they are sorted. */
export function CustomerTable(props: Props) {
  const { t } = useTranslation('customers')
  const columns = useCustomerColumns()
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
