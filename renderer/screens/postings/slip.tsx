import { Kbd } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import type { PostingView } from '../../../shared/contract/postings.ts'
import { announce } from '../../feedback/announce.ts'
import { AskClear } from './ask-clear.tsx'
import {
  clearDraft,
  hasText,
  nextCustomer,
  nextSlip,
  requestFocus,
  showTypedAccount,
  startSlip,
} from './counter-work.ts'
import { FinishedSlip } from './finished-slip.tsx'
import { PostedSlip } from './posted-slip.tsx'
import { PresenterForm } from './presenter-form.tsx'
import { Reversal } from './reversal.tsx'
import { focusedField, focusField } from './slip-focus.ts'
import { SlipForm } from './slip-form.tsx'
import type { SlipKind } from './slip-kinds.ts'
import { useSlip, type SlipModel } from './use-slip.ts'
import { useSlipKeys } from './use-slip-keys.ts'
import layout from '../../theme/layout.module.css'
import buttons from '../../components/buttons.module.css'
import panel from '../../components/panel.module.css'

type Props = {
  /** The account that the rest of the counter is about. */
  readonly offered: AccountView | null
  /** Escape from the first field of an empty slip, or from elsewhere on the counter. */
  readonly onLeave: () => void
}

/** The right-hand column: a slip being written, or the one just posted. */
export function Slip({ offered, onLeave }: Props) {
  const { t } = useTranslation('postings')
  const slip = useSlip()
  const { posting, draft } = slip
  const [asking, setAsking] = useState(false)
  const [naming, setNaming] = useState(false)
  const posted = posting.phase === 'posted' ? posting.result : null
  useShowTypedAccount(slip)
  useClearPosted(slip)
  const start = (kind: SlipKind) => {
    posting.reset()
    setAsking(false)
    startSlip(kind)
  }
  const clear = () => {
    posting.reset()
    setAsking(false)
    nextSlip()
  }
  const goOn = () => {
    posting.reset()
    nextCustomer()
    onLeave()
  }
  const keep = () => {
    setAsking(false)
    focusField('account')
  }
  const endNaming = () => {
    setNaming(false)
    requestFocus('amount')
  }
  const stepBack = () => {
    const { field, previous } = focusedField(draft.kind)
    if (previous !== undefined) focusField(previous)
    else if (field !== undefined && hasText(draft)) setAsking(true)
    else onLeave()
  }
  useSlipKeys(slip, {
    onStart: start,
    onBack: stepBack,
    onName: () => setNaming(true),
    unavailable: posted !== null || asking,
    hidden: naming,
  })

  if (posted !== null)
    return (
      <FinishedSlip key={posted.id} answered={posted} kind={draft.kind} onNext={goOn}>
        {(done) => <Posted posted={done} title={t(`slips.${draft.kind}.done`)} onNext={goOn} />}
      </FinishedSlip>
    )
  if (naming) return <PresenterForm onDone={endNaming} />
  const question = asking ? <AskClear onKeep={keep} onClear={clear} /> : null
  return (
    <>
      <SlipHead slip={slip} onClear={() => setAsking(true)} />
      <SlipForm slip={slip} offered={offered} question={question} onName={() => setNaming(true)} />
    </>
  )
}

type PostedProps = {
  readonly posted: PostingView
  readonly title: string
  readonly onNext: () => void
}

/** What was posted, and its reversal when that is asked for: in front of the customer, with one key. */
function Posted({ posted, title, onNext }: PostedProps) {
  const [reversing, setReversing] = useState(false)
  return reversing ? (
    <Reversal posted={posted} onBack={() => setReversing(false)} onNext={onNext} />
  ) : (
    <PostedSlip posted={posted} title={title} onNext={onNext} onReverse={() => setReversing(true)} />
  )
}

function SlipHead({ slip, onClear }: { readonly slip: SlipModel; readonly onClear: () => void }) {
  const { t } = useTranslation('postings')
  return (
    <header className={panel.head}>
      <h2>{t(`slips.${slip.draft.kind}.title`)}</h2>
      <span className={layout.grow} />
      {hasText(slip.draft) && !slip.frozen && (
        <button type="button" className={buttons.link} onClick={onClear}>
          {t('clear')}
          <Kbd aria-hidden>Esc</Kbd>
        </button>
      )}
    </header>
  )
}

/** The rest of the counter shows the account whose number was typed, and its holder. */
function useShowTypedAccount({ from }: SlipModel) {
  const { customerId, accountNumber } = from.account ?? {}
  useEffect(() => {
    if (customerId !== undefined && accountNumber !== undefined) showTypedAccount(customerId, accountNumber)
  }, [customerId, accountNumber])
}

/** What is posted must not stand on a slip any more, whichever screen the teller opens next. */
function useClearPosted({ posting }: SlipModel) {
  const { t } = useTranslation('postings')
  const { reference = null, status = null } = (posting.phase === 'posted' ? posting.result : null) ?? {}
  useEffect(() => {
    if (reference === null) return
    clearDraft()
    announce(status === 'COMPLETED' ? t('postedAs', { reference }) : t('awaited.waits'))
  }, [reference, status, t])
}
