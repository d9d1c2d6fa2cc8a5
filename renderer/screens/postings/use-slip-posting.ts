import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { PostingEffect, PostingView } from '../../../shared/contract/postings.ts'
import type { Failure } from '../../calls/api.ts'
import { useQueryCall, type QueryCall } from '../../calls/use-call.ts'
import { usePostingCommand } from '../../calls/use-posting-command.ts'
import type { PostingState } from '../../calls/posting-state.ts'
import type { SlipKind } from './counter-work.ts'

/** What the slip asks for, complete enough to be asked. */
export type Intent = {
  readonly accountId: string
  /** Where a transfer goes; cash goes to or comes from the till. */
  readonly toAccountId: string | null
  readonly amount: string
  readonly currency: string
}

const PREVIEW_DELAY_MS = 120
/** Somebody else may post on the same account meanwhile. */
const PREVIEW_EVERY_MS = 5_000

export type SlipPreview = {
  readonly effect: PostingEffect | undefined
  readonly failure: Failure | null
  readonly refetch: () => void
}

/** What posting would do now, asked a moment after the last key. An answer is only ever shown for what is typed now. */
export function useSlipPreview(kind: SlipKind, intent: Intent | null): SlipPreview {
  const text = JSON.stringify([kind, intent])
  const [settled] = useDebouncedValue(text, PREVIEW_DELAY_MS)
  const { accountId = '', toAccountId = null, amount = '', currency = '' } = intent ?? {}
  const ask = (wanted: SlipKind) => ({
    enabled: intent !== null && kind === wanted && settled === text,
    every: PREVIEW_EVERY_MS,
  })
  const cash = { accountId, amount, currency }
  const transfer = { fromAccountId: accountId, toAccountId: toAccountId ?? '', amount, currency }
  const answers: Record<
    SlipKind,
    Pick<QueryCall<'postings.previewDeposit'>, 'data' | 'failure' | 'refetch'>
  > = {
    deposit: useQueryCall('postings.previewDeposit', cash, ask('deposit')),
    withdrawal: useQueryCall('postings.previewWithdrawal', cash, ask('withdrawal')),
    transfer: useQueryCall('postings.previewTransfer', transfer, ask('transfer')),
  }
  const { data, failure, refetch } = answers[kind]
  if (intent === null) return { effect: undefined, failure: null, refetch }
  return { effect: failure === null ? data : undefined, failure, refetch }
}

export type SlipPosting = PostingState<PostingView> & {
  readonly frozen: boolean
  readonly resend: () => void
  readonly reset: () => boolean
  /** The refusal of exactly what is on the slip now; it goes away with the first key that changes something. */
  readonly refusal: Failure | null
  readonly post: (intent: Intent, description: string) => void
}

/** The three commands of the slip; the kind says which one. Each keeps the key of its own intent. */
export function useSlipPosting(kind: SlipKind, intent: Intent | null, description: string): SlipPosting {
  const deposit = usePostingCommand('postings.postDeposit')
  const withdrawal = usePostingCommand('postings.postWithdrawal')
  const transfer = usePostingCommand('postings.postTransfer')
  const { phase, failure, result, frozen, resend, reset } = { deposit, withdrawal, transfer }[kind]
  const [sent, setSent] = useState('')
  const textOf = (wanted: Intent | null, words: string) => JSON.stringify([kind, wanted, words.trim()])

  const post = (wanted: Intent, words: string) => {
    setSent(textOf(wanted, words))
    const { accountId, toAccountId, amount, currency } = wanted
    const shared = { amount, currency, description: words.trim() === '' ? null : words.trim() }
    if (kind === 'deposit') deposit.post({ accountId, ...shared })
    else if (kind === 'withdrawal') withdrawal.post({ accountId, ...shared })
    else if (toAccountId !== null) transfer.post({ fromAccountId: accountId, toAccountId, ...shared })
  }
  const refusal = phase === 'refused' && sent === textOf(intent, description) ? failure : null
  return { phase, failure, result, frozen, resend, reset, refusal, post }
}
