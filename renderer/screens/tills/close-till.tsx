import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DEFAULT_CURRENCY } from '../../../shared/currencies.ts'
import type { PostingCommand } from '../../calls/use-posting-command.ts'
import { useSession } from '../../calls/use-session.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { Note } from '../../components/failure-note.tsx'
import type { CountDraft } from './count-draft.ts'
import { CountFoot } from './count-foot.tsx'
import { CountForm } from './count-form.tsx'
import type { HeldTill } from './held-till.ts'
import { useCloseTill } from './use-close-till.ts'
import layout from '../../theme/layout.module.css'
import panel from '../../components/panel.module.css'

type Props = {
  /** Null once the caller's till has closed, while the answer is still on its way. */
  readonly till: { readonly name: string; readonly currency: string } | null
  /** Set where a supervisor counts in place of the holder. */
  readonly heldByOther: HeldTill | null
  readonly closing: PostingCommand<'tills.close'>
  /** What is counted so far. Kept by the caller, so that it is still there after another slip was shown. */
  readonly draft: CountDraft
  readonly onDraft: (draft: CountDraft) => void
  readonly onLater: () => void
}

/** Counts the cash in a till without showing what it should hold, and closes the till. */
export function CloseTill({ till, heldByOther, closing, draft, onDraft, onLater }: Props) {
  const { t } = useTranslation('tills')
  const { branch } = useSession()
  const [name] = useState(till?.name ?? '')
  const currency = till?.currency ?? branch?.currency ?? DEFAULT_CURRENCY
  const form = useRef<HTMLFormElement>(null)
  const count = useCloseTill({ form, currency, heldByOther, closing, draft, onDraft })
  return (
    <>
      <header className={panel.head}>
        <h2>{t('count.title', { name })}</h2>
        <span className={layout.grow} />
        <BusyButton variant="default" unavailable={closing.frozen} onClick={onLater}>
          {t('count.later')}
        </BusyButton>
      </header>
      {heldByOther !== null && (
        <div className={layout.padded}>
          <Note tone="warn">{t('heldByOther.counting', { holder: heldByOther.holder })}</Note>
        </div>
      )}
      <CountForm
        ref={form}
        currency={currency}
        draft={draft}
        readOnly={closing.frozen || count.confirming}
        onChange={count.change}
      />
      <CountFoot currency={currency} count={count} closing={closing} />
    </>
  )
}
