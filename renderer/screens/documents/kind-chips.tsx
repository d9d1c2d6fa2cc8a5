import { useTranslation } from 'react-i18next'
import type { QueuedDocument } from '../../../shared/contract/documents.ts'
import layout from '../../theme/layout.module.css'
import chips from '../../components/chips.module.css'

type Kind = QueuedDocument['documentType']
type Props = {
  readonly items: readonly QueuedDocument[]
  readonly kind: Kind | null
  readonly onKind: (kind: Kind | null) => void
}

/** Chips that narrow the queue to one kind of document; only kinds that wait. */
export function KindChips({ items, kind, onKind }: Props) {
  const { t } = useTranslation('documents')
  const kinds = [...new Set(items.map(({ documentType }) => documentType))]
  const countOf = (each: Kind) => items.filter(({ documentType }) => documentType === each).length
  return (
    <fieldset className={chips.chips}>
      <legend className={layout.visuallyHidden}>{t('kinds')}</legend>
      <button type="button" className={chips.chip} aria-pressed={kind === null} onClick={() => onKind(null)}>
        {t('all', { count: items.length })}
      </button>
      {kinds.map((each) => (
        <button
          key={each}
          type="button"
          className={chips.chip}
          aria-pressed={kind === each}
          onClick={() => onKind(kind === each ? null : each)}
        >
          {t('kind', { kind: t(`type.${each}`), count: countOf(each) })}
        </button>
      ))}
    </fieldset>
  )
}
