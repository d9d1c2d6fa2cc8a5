import { useState } from 'react'
import type { CallInput } from '../../../shared/contract.ts'
import { useCall } from '../../calls/use-call.ts'
import { makeHalf } from './temporary-password.ts'

type Change = Omit<CallInput<'users.propose'>, 'key' | 'passwordHalf'>

/**
 * Puts a change of a user before a second person, under one key, so that sending it twice proposes it once. `half` is the first half of
 * the temporary password, for a change that gives one.
 */
export function useUserProposal() {
  const { run, busy, failure, reset } = useCall('users.propose')
  const [key] = useState(() => crypto.randomUUID())
  const [half] = useState(() => makeHalf())
  const propose = (change: Change, withHalf: boolean) =>
    run({ ...change, key, passwordHalf: withHalf ? half : null })
  return { propose, half, busy, failure, reset }
}
