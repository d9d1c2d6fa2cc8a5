import { IconAlertTriangle } from '@tabler/icons-react'
import { Loader } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentType } from '../../../../shared/rules/documents.ts'
import { currentOf, type Entry, faultsOf, isBusy, type PageEntry } from './entry.ts'
import { sideWords } from './side-words.ts'
import { usePageAddress } from './use-page-address.ts'
import layout from '../../../theme/layout.module.css'
import styles from './page-strip.module.css'

type Props = {
  readonly entries: readonly Entry[]
  readonly selected: string | undefined
  readonly type: DocumentType
  readonly onSelect: (id: string) => void
}

/** The pages of the document in their order, each with its side. */
export function PageStrip({ entries, selected, type, onSelect }: Props) {
  const { t } = useTranslation('documents')
  return (
    <ol className={styles.strip} aria-label={t('pages.title')}>
      {entries.map((entry, at) => (
        <li key={entry.id}>
          <button
            type="button"
            className={styles.item}
            aria-current={entry.id === selected || undefined}
            onClick={() => onSelect(entry.id)}
          >
            <Thumbnail entry={entry} />
            <span>{sideWords(t, type, at, entries.length)}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}

function Thumbnail({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('documents')
  const isFaulty = faultsOf(entry).length > 0 || (entry.kind === 'file' && entry.problem !== null)
  return (
    <span className={styles.thumbnail}>
      {entry.kind === 'page' && <Picture page={entry} />}
      {isBusy(entry) && <Loader size={20} aria-label={t('pages.busy')} />}
      {isFaulty && (
        <>
          <IconAlertTriangle className={styles.faulty} size={16} aria-hidden />
          <span className={layout.visuallyHidden}>{t('pages.faulty')}</span>
        </>
      )}
    </span>
  )
}

function Picture({ page }: { readonly page: PageEntry }) {
  const picture = useRef<HTMLImageElement>(null)
  usePageAddress(picture, 'src', currentOf(page).page.jpeg)
  return <img ref={picture} alt="" decoding="async" draggable={false} />
}
