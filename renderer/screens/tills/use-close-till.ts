import { useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { toDecimal } from '../../../shared/money.ts'
import type { PostingCommand } from '../../calls/use-posting-command.ts'
import { useSession } from '../../calls/use-session.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { totalOf, type CountDraft } from './count-draft.ts'
import type { HeldTill } from './held-till.ts'

type Props = {
  /** Where the fields are: an unreadable one gets the focus. */
  readonly form: RefObject<HTMLFormElement | null>
  readonly currency: string
  readonly heldByOther: HeldTill | null
  readonly closing: PostingCommand<'tills.close'>
  readonly draft: CountDraft
  readonly onDraft: (draft: CountDraft) => void
}

/**
 * The count of a till and its closing. Ctrl+Enter asks once before it posts, because a count is final; every change of
 * the count withdraws the question.
 */
export function useCloseTill({ form, currency, heldByOther, closing, draft, onDraft }: Props) {
  const { t } = useTranslation('tills')
  const { serverConnected } = useSession()
  const [problem, setProblem] = useState<'countFirst' | 'notANumber' | null>(null)
  const [confirming, setConfirming] = useState(false)
  const counted = totalOf(draft, currency)

  const goOnCounting = () => {
    setConfirming(false)
    setProblem(null)
  }
  const change = (part: Partial<CountDraft>) => {
    onDraft({ ...draft, ...part })
    goOnCounting()
  }
  const close = () => {
    if (counted.state !== 'counted') {
      setProblem(counted.state === 'nothing' ? 'countFirst' : 'notANumber')
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    } else if (!confirming) setConfirming(true)
    else {
      const whose = heldByOther === null ? {} : { tillId: heldByOther.id }
      closing.post({ counted: toDecimal(counted.total), ...whose })
    }
  }
  const action = confirming ? t('count.confirm') : t('count.action')
  useKeys({
    'Ctrl+Enter': { label: action, run: close, disabled: !serverConnected || closing.frozen },
    Escape: {
      label: t('count.again'),
      run: goOnCounting,
      disabled: !confirming || closing.frozen,
      quiet: true,
    },
  })
  return { counted, problem, confirming, action, change, goOnCounting, close }
}

export type ClosingTill = ReturnType<typeof useCloseTill>
