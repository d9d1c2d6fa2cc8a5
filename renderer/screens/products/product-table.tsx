import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Product } from '../../../shared/contract/products.ts'
import { termsInForce } from '../../../shared/rules/product-terms.ts'
import type { Answer } from '../../calls/answer.ts'
import { Amount } from '../../components/amount.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import type { Column } from '../../components/table-column.ts'
import { isNothing } from './percent.ts'
import { ratesInWords } from './rates-in-words.ts'
import typography from '../../theme/typography.module.css'

type Props = {
  readonly products: Answer<readonly Product[]>
  /** The day whose terms are shown. */
  readonly date: string
  readonly selectedKey: string | null
  readonly onOpen: (product: Product) => void
}

/** One row a product, with the terms in force. */
export function ProductTable({ products, date, ...selection }: Props) {
  const { t } = useTranslation(['products', 'accounts'])
  const columns = useMemo(() => columnsOf(t, date), [t, date])
  return (
    <DataTable
      label={t('list')}
      counted={(count) => t('count', { count })}
      columns={columns}
      rows={products}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('none')} hint={t('noneHint')} />}
      {...selection}
    />
  )
}

const columnsOf = (t: TFunction<['products', 'accounts']>, date: string): readonly Column<Product>[] => [
  {
    id: 'name',
    header: t('name'),
    cell: ({ name }) => <bdi className={typography.clipped}>{name}</bdi>,
    sort: ({ name }) => name,
  },
  {
    id: 'kind',
    header: t('kind'),
    width: 128,
    cell: ({ accountType }) => t(`accounts:type.${accountType}`),
    sort: ({ accountType }) => accountType,
  },
  {
    id: 'currency',
    header: t('currency'),
    width: 88,
    cell: ({ currency }) => currency,
    sort: ({ currency }) => currency,
  },
  {
    id: 'interest',
    header: t('interest'),
    width: 144,
    numeric: true,
    cell: ({ terms }) => {
      const inForce = termsInForce(terms, date)
      return (
        (inForce && ratesInWords(inForce)) ?? <span className={typography.subdued}>{t('noInterest')}</span>
      )
    },
  },
  {
    id: 'monthlyFee',
    header: t('monthlyFee'),
    width: 128,
    numeric: true,
    cell: ({ terms, currency }) => {
      const fee = termsInForce(terms, date)?.monthlyFee ?? '0'
      return isNothing(fee) ? (
        <span className={typography.subdued}>{t('noFee')}</span>
      ) : (
        <Amount value={fee} currency={currency} />
      )
    },
  },
]
