import type { CallOutput } from '../../shared/contract.ts'
import { callWithKey, type PostingName, type PostingPayload } from './api.ts'
import { usePosting, type PostingHandle } from './use-posting.ts'

export type PostingCommand<N extends PostingName> = PostingHandle<PostingPayload<N>, CallOutput<N>>

/** One command that moves money, posted at most once per intent. */
export const usePostingCommand = <N extends PostingName>(name: N): PostingCommand<N> =>
  usePosting((key, payload) => callWithKey(name, payload, key))
