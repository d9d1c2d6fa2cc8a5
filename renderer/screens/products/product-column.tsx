import { useTranslation } from 'react-i18next'
import type { Product } from '../../../shared/contract/products.ts'
import { useSession } from '../../calls/use-session.ts'
import { Column } from '../../components/columns.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Note } from '../../components/failure-note.tsx'
import { ProductDetail } from './product-detail.tsx'
import { ProposeProduct } from './propose-product.tsx'
import layout from '../../theme/layout.module.css'

/** What stands beside the list: a product, perhaps with what has just been proposed, or a proposal in the making. */
export type Shown =
  { readonly what: 'product'; readonly message: string | null } | { readonly what: 'new' | 'change' }

type Props = {
  readonly product: Product | undefined
  readonly date: string
  readonly earliest: string
  readonly shown: Shown
  readonly mayPropose: boolean
  readonly onChange: () => void
  /** With what has been proposed, or null when nothing was. */
  readonly onDone: (message: string | null) => void
}

/** Beside the list: the chosen product, a hint to choose one, or the form of a proposal. */
export function ProductColumn({ product, date, earliest, shown, mayPropose, onChange, onDone }: Props) {
  const { t } = useTranslation('products')
  const { branch } = useSession()
  if (shown.what === 'new' || (shown.what === 'change' && product !== undefined))
    return (
      <Column label={t('form.propose')} tone="sunken">
        <ProposeProduct
          product={shown.what === 'new' ? null : (product ?? null)}
          currency={branch?.currency ?? ''}
          earliest={earliest}
          onDone={onDone}
          onClose={() => onDone(null)}
        />
      </Column>
    )
  return (
    <Column label={product?.name ?? t('nothingChosen')} tone="sunken">
      {shown.what === 'product' && shown.message !== null && (
        <div className={layout.padded}>
          <Note tone="ok">{shown.message}</Note>
        </div>
      )}
      {product === undefined ? (
        <EmptyState title={t('nothingChosen')} hint={t('nothingChosenHint')} />
      ) : (
        <ProductDetail key={product.id} product={product} date={date} {...(mayPropose ? { onChange } : {})} />
      )}
    </Column>
  )
}
