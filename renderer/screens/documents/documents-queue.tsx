import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueuedDocument } from '../../../shared/contract/documents.ts'
import { Identifier } from '../../components/bidi.tsx'
import { roveFocus } from '../../keyboard/roving.ts'
import { ageInWords, LATE_AFTER } from './age.ts'

type Kind = QueuedDocument['documentType']

/** Arrow keys among the documents, which are one tab stop. */
const WALK = { onKeyDown: (event: KeyboardEvent<HTMLElement>) => roveFocus(event, '.queue-item') }

/** Puts the focus on the document that is looked at. */
export const focusQueue = () => document.querySelector<HTMLElement>('.queue-item[aria-current]')?.focus()

/** What waits, longest waiting first. */
export function DocumentsQueue({
  items,
  current,
  onChoose,
}: {
  readonly items: readonly QueuedDocument[]
  readonly current: QueuedDocument | undefined
  readonly onChoose: (id: string) => void
}) {
  const { t } = useTranslation('documents')
  const now = useNow()
  const list = useRef<HTMLUListElement>(null)
  const currentId = current?.id
  // The review of the last document is gone and took the focus with it; it goes on at the new one.
  useEffect(() => {
    const { activeElement } = document
    const free = activeElement === document.body || list.current?.contains(activeElement) === true
    if (currentId !== undefined && free) list.current?.querySelector<HTMLElement>('[aria-current]')?.focus()
  }, [currentId])
  return (
    <ul className="scroll queue" ref={list} aria-label={t('queue')} {...WALK}>
      {items.map((item) => {
        const waited = now - Date.parse(item.uploadedAt)
        const age = ageInWords(t, waited)
        const late = waited >= LATE_AFTER
        const chosen = item.id === current?.id
        return (
          <li key={item.id}>
            <button
              type="button"
              className="queue-item"
              aria-current={chosen || undefined}
              tabIndex={chosen ? 0 : -1}
              onClick={() => onChoose(item.id)}
            >
              <bdi className="t1 clip">{item.customerName}</bdi>
              <span className={late ? 't2 late' : 't2'}>{late ? t('age.late', { age }) : age}</span>
              <span className="t2">{t(`type.${item.documentType}`)}</span>
              <span className="t2">
                <Identifier>{item.customerNumber}</Identifier>
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** The clock moves on while nobody does anything. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** Chips that narrow the queue to one kind of document; only kinds that wait. */
export function KindChips({
  items,
  kind,
  onKind,
}: {
  readonly items: readonly QueuedDocument[]
  readonly kind: Kind | null
  readonly onKind: (kind: Kind | null) => void
}) {
  const { t } = useTranslation('documents')
  const kinds = [...new Set(items.map(({ documentType }) => documentType))]
  return (
    <fieldset className="chips">
      <legend className="unseen">{t('kinds')}</legend>
      <button type="button" className="chip" aria-pressed={kind === null} onClick={() => onKind(null)}>
        {t('all', { count: items.length })}
      </button>
      {kinds.map((each) => (
        <button
          key={each}
          type="button"
          className="chip"
          aria-pressed={kind === each}
          onClick={() => onKind(kind === each ? null : each)}
        >
          {t('kind', {
            kind: t(`type.${each}`),
            count: items.filter(({ documentType }) => documentType === each).length,
          })}
        </button>
      ))}
    </fieldset>
  )
}
