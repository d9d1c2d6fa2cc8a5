import { Kbd } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { announce } from '../../feedback/announce.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { AskClear } from './ask-clear.tsx'
import {
  chooseCustomer,
  fieldsOf,
  forgetDraft,
  hasText,
  nextSlip,
  startSlip,
  type SlipField,
  type SlipKind,
} from './counter-work.ts'
import { PostedSlip } from './posted-slip.tsx'
import { fieldId, focusField } from './slip-fields.tsx'
import { SlipForm } from './slip-form.tsx'
import { useSlip, type SlipModel } from './use-slip.ts'

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
  const posted = posting.phase === 'posted' ? posting.result : null
  useFollowAccount(slip)
  useForgetPosted(slip)
  useKeys({
    F4: startKey('deposit'),
    F5: startKey('withdrawal'),
    F6: startKey('transfer'),
    Escape: { label: t('back'), run: () => stepBack(), disabled: slip.frozen, quiet: true },
    'Ctrl+Enter': {
      label: t(`post.${draft.kind}`),
      run: slip.post,
      disabled: posted !== null || slip.obstacle !== null || slip.frozen || asking,
      quiet: true,
    },
  })

  function startKey(kind: SlipKind) {
    return {
      label: t(`key.${kind}`),
      run: () => {
        posting.reset()
        setAsking(false)
        startSlip(kind)
      },
      disabled: slip.frozen,
      active: draft.kind === kind,
    }
  }
  function stepBack() {
    const fields = fieldsOf(draft.kind)
    const at = fields.findIndex((field) => fieldId(field) === document.activeElement?.id)
    const previous = fields[at - 1]
    if (previous !== undefined) focusField(previous)
    else if (at === 0 && hasText(draft)) setAsking(true)
    else onLeave()
  }
  const clear = () => {
    posting.reset()
    setAsking(false)
    nextSlip()
  }
  const keep = (field: SlipField) => {
    setAsking(false)
    focusField(field)
  }

  if (posted !== null) return <PostedSlip posted={posted} kind={draft.kind} onNext={clear} />
  return (
    <>
      <header className="head">
        <h2>{t(`kind.${draft.kind}`)}</h2>
        <span className="grow" />
        {hasText(draft) && !slip.frozen && (
          <button type="button" className="link" onClick={() => setAsking(true)}>
            {t('clear')}
            <Kbd aria-hidden>Esc</Kbd>
          </button>
        )}
      </header>
      <SlipForm
        slip={slip}
        offered={offered}
        question={asking ? <AskClear onKeep={() => keep('account')} onClear={clear} /> : null}
      />
    </>
  )
}

/** Typing an account number is choosing: the rest of the counter shows that account and its holder. */
function useFollowAccount({ from }: SlipModel) {
  const { customerId, accountNumber } = from.account ?? {}
  useEffect(() => {
    if (customerId !== undefined && accountNumber !== undefined) chooseCustomer(customerId, accountNumber)
  }, [customerId, accountNumber])
}

/** What is posted must not stand on a slip any more, wherever the teller goes from here. */
function useForgetPosted({ posting }: SlipModel) {
  const { t } = useTranslation('postings')
  const reference = posting.phase === 'posted' ? (posting.result?.reference ?? null) : null
  useEffect(() => {
    if (reference === null) return
    forgetDraft()
    announce(t('postedAs', { reference }))
  }, [reference, t])
}
