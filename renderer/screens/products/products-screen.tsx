import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mapAnswer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { Column, Columns } from '../../components/columns.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ProductDetail } from './product-detail.tsx'
import { ProductTable } from './product-table.tsx'

/** The bank's products, and beside the list what the chosen one earns, costs and requires. */
export function ProductsScreen() {
  const { t } = useTranslation('products')
  const [chosen, setChosen] = useState<string | null>(null)
  const { answer } = useQueryCall('products.list', {})
  const list = answer.state === 'known' ? answer.value : null
  const product = list?.products.find(({ id }) => id === chosen)
  return (
    <Columns layout="list-detail">
      <Column label={t('list')}>
        <PageHeader title={t('title')} />
        <ProductTable
          products={mapAnswer(answer, ({ products }) => products)}
          date={list?.businessDate ?? ''}
          selectedKey={chosen}
          onOpen={({ id }) => setChosen(id)}
        />
      </Column>
      <Column label={product?.name ?? t('nothingChosen')} tone="sunken">
        {product === undefined ? (
          <EmptyState title={t('nothingChosen')} hint={t('nothingChosenHint')} />
        ) : (
          <ProductDetail key={product.id} product={product} date={list?.businessDate ?? ''} />
        )}
      </Column>
    </Columns>
  )
}
