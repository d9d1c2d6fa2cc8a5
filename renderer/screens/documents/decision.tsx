import { Kbd } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import { useMay } from '../../calls/use-may.ts'
import type { QueuedDocument } from '../../../shared/contract/documents.ts'
import { Note } from '../../components/failure-note.tsx'
import { AskForMore } from './ask-for-more.tsx'
import { Checker } from './checker.tsx'
import { DecisionFoot } from './decision-foot.tsx'
import { focusQueue } from './focus-queue.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import type { Showing } from './use-showing.ts'
import buttons from '../../components/buttons.module.css'

type Props = {
  readonly item: QueuedDocument
  readonly kind: CustomerView['kind']
  readonly showing: Showing
  readonly onDecided: (id: string) => void
}

/** The decision, for users who may make it; others read why they may not. */
export function Decision({ item, kind, showing, onDecided }: Props) {
  const { t } = useTranslation('documents')
  const mayApprove = useMay('documents.approve')
  if (!mayApprove)
    return (
      <DecisionFoot item={item}>
        <Note tone="info">{t('readOnly')}</Note>
      </DecisionFoot>
    )
  if (!item.mayDecide)
    return (
      <DecisionFoot item={item}>
        <Note tone="info">{t('own')}</Note>
      </DecisionFoot>
    )
  if (item.claim !== null && !item.claim.own) return <DecisionFoot item={item}>{null}</DecisionFoot>
  return <CheckOrAsk item={item} kind={kind} showing={showing} onDecided={onDecided} />
}

/** The decision, or what is asked for instead of one: M. */
function CheckOrAsk({ item, kind, showing, onDecided }: Props) {
  const { t } = useTranslation('documents')
  const [asking, setAsking] = useState(false)
  useKeys({ M: { label: t('more.ask'), run: () => setAsking(true) } }, { enabled: !asking })
  const close = () => {
    setAsking(false)
    focusQueue()
  }
  if (asking)
    return (
      <DecisionFoot item={item}>
        <AskForMore customerId={item.customerId} kind={kind} onClose={close} />
      </DecisionFoot>
    )
  const ask = (
    <button type="button" className={buttons.link} onClick={() => setAsking(true)}>
      {t('more.ask')}
      <Kbd aria-hidden>M</Kbd>
    </button>
  )
  return <Checker item={item} showing={showing} onDecided={onDecided} beside={ask} />
}
