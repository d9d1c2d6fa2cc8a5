import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { workingDayAfter } from '../../../shared/rules/working-day.ts'
import { mapAnswer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { useMay } from '../../calls/use-may.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { Column, Columns } from '../../components/columns.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { ProductColumn, type Shown } from './product-column.tsx'
import { ProductTable } from './product-table.tsx'

/** The bank's products, and beside the list what the chosen one earns, costs and requires, or a proposal. */
export function ProductsScreen() {
  const { t } = useTranslation('products')
  const [chosen, setChosen] = useState<string | null>(null)
  const [shown, setShown] = useState<Shown>({ what: 'product', message: null })
  const starter = useRef<HTMLButtonElement>(null)
  const mayPropose = useMay('products.propose')
  const { answer } = useQueryCall('products.list', {})
  const list = answer.state === 'known' ? answer.value : null
  const startNew = () => setShown({ what: 'new' })
  /** The form had the focus and is gone, so the focus returns to the button. */
  const finish = (message: string | null) => {
    setShown({ what: 'product', message })
    starter.current?.focus()
  }
  useKeys(
    mayPropose ? { 'Ctrl+N': { label: t('form.start'), run: startNew, active: shown.what === 'new' } } : {},
  )
  return (
    <Columns layout="list-detail">
      <Column label={t('list')}>
        <PageHeader title={t('title')}>
          {mayPropose && (
            <BusyButton keys="Ctrl+N" ref={starter} unavailable={list === null} onClick={startNew}>
              {t('form.start')}
            </BusyButton>
          )}
        </PageHeader>
        <ProductTable
          products={mapAnswer(answer, ({ products }) => products)}
          date={list?.businessDate ?? ''}
          selectedKey={shown.what === 'new' ? null : chosen}
          onOpen={({ id }) => {
            setChosen(id)
            setShown({ what: 'product', message: null })
          }}
        />
      </Column>
      <ProductColumn
        product={list?.products.find(({ id }) => id === chosen)}
        date={list?.businessDate ?? ''}
        earliest={list === null ? '' : workingDayAfter(list.businessDate, [])}
        shown={shown}
        mayPropose={mayPropose}
        onChange={() => setShown({ what: 'change' })}
        onDone={finish}
      />
    </Columns>
  )
}
