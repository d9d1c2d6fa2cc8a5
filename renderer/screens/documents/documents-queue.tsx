import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueuedDocument } from '../../../shared/contract/documents.ts'
import { Identifier } from '../../components/bidi.tsx'
import { WorkQueue, WorkQueueItem } from '../../components/work-queue.tsx'
import { ageInWords, LATE_AFTER } from './age.ts'
import { useNow } from './use-now.ts'
import { classes } from '../../theme/classes.ts'
import typography from '../../theme/typography.module.css'
import styles from './documents-queue.module.css'

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
    <WorkQueue label={t('queue')} ref={list}>
      {items.map((item) => (
        <WorkQueueItem key={item.id} chosen={item.id === currentId} onChoose={() => onChoose(item.id)}>
          <QueuedFacts item={item} waited={now - Date.parse(item.uploadedAt)} />
        </WorkQueueItem>
      ))}
    </WorkQueue>
  )
}

type WithWhomProps = { readonly claim: QueuedDocument['claim']; readonly number: string }

/** Who has the case, in the place of its number. */
function WithWhom({ claim, number }: WithWhomProps) {
  const { t } = useTranslation('documents')
  if (claim === null) return <Identifier>{number}</Identifier>
  return claim.own ? t('claim.byYou') : t('claim.byName', { name: claim.name })
}

type FactsProps = {
  readonly item: QueuedDocument
  /** In milliseconds. */
  readonly waited: number
}

function QueuedFacts({ item, waited }: FactsProps) {
  const { t } = useTranslation('documents')
  const age = ageInWords(t, waited)
  const late = waited >= LATE_AFTER
  return (
    <>
      <bdi className={classes(typography.primary, typography.clipped)}>{item.customerName}</bdi>
      <span className={late ? classes(typography.secondary, styles.late) : typography.secondary}>
        {late ? t('age.late', { age }) : age}
      </span>
      <span className={typography.secondary}>{t(`type.${item.documentType}`)}</span>
      <span className={typography.secondary}>
        <WithWhom claim={item.claim} number={item.customerNumber} />
      </span>
    </>
  )
}
