import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueuedDocument } from '../../../shared/contract/documents.ts'
import { Identifier } from '../../components/bidi.tsx'
import { roveFocus } from '../../keyboard/roving.ts'
import { ageInWords, LATE_AFTER } from './age.ts'
import { useNow } from './use-now.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import styles from './documents-queue.module.css'

/** Arrow keys move among the documents, which are one tab stop. */
const ROVING = { onKeyDown: (event: KeyboardEvent<HTMLElement>) => roveFocus(event, 'button') }

type Props = {
  readonly items: readonly QueuedDocument[]
  readonly current: QueuedDocument | undefined
  readonly onChoose: (id: string) => void
}

/** What waits, longest waiting first. */
export function DocumentsQueue({ items, current, onChoose }: Props) {
  const { t } = useTranslation('documents')
  const now = useNow()
  const list = useRef<HTMLUListElement>(null)
  const currentId = current?.id
  // The review of the last document had the focus and is gone, so the focus moves to the new one.
  useEffect(() => {
    const { activeElement } = document
    const free = activeElement === document.body || list.current?.contains(activeElement) === true
    if (currentId !== undefined && free) list.current?.querySelector<HTMLElement>('[aria-current]')?.focus()
  }, [currentId])
  return (
    <ul
      className={classes(layout.scroll, styles.queue)}
      ref={list}
      aria-label={t('queue')}
      data-queue
      {...ROVING}
    >
      {items.map((item) => (
        <li key={item.id}>
          <QueueItem
            item={item}
            waited={now - Date.parse(item.uploadedAt)}
            chosen={item.id === currentId}
            onChoose={() => onChoose(item.id)}
          />
        </li>
      ))}
    </ul>
  )
}

type ItemProps = {
  readonly item: QueuedDocument
  /** In milliseconds. */
  readonly waited: number
  readonly chosen: boolean
  readonly onChoose: () => void
}

function QueueItem({ item, waited, chosen, onChoose }: ItemProps) {
  const { t } = useTranslation('documents')
  const age = ageInWords(t, waited)
  const late = waited >= LATE_AFTER
  return (
    <button
      type="button"
      className={styles.item}
      aria-current={chosen || undefined}
      tabIndex={chosen ? 0 : -1}
      onClick={onChoose}
    >
      <bdi className={classes(typography.primary, typography.clipped)}>{item.customerName}</bdi>
      <span className={late ? classes(typography.secondary, styles.late) : typography.secondary}>
        {late ? t('age.late', { age }) : age}
      </span>
      <span className={typography.secondary}>{t(`type.${item.documentType}`)}</span>
      <span className={typography.secondary}>
        <Identifier>{item.customerNumber}</Identifier>
      </span>
    </button>
  )
}
