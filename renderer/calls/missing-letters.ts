import { create } from 'zustand'
import type { CallFailure, ErrorCode } from '../../shared/errors.ts'

type Asked = { readonly failure: CallFailure<ErrorCode>; readonly answer: (anyway: boolean) => void }

/** The paper that waits for an answer whether it goes out with boxes in place of some letters. */
export const useMissingLetters = create<{ readonly asked: Asked | null }>(() => ({ asked: null }))

let last: Promise<unknown> = Promise.resolve()

/** Has the window ask, one paper after the other. Resolves with whether it goes out all the same. */
export function askAboutLetters(failure: CallFailure<ErrorCode>): Promise<boolean> {
  const asked = last.then(
    () =>
      new Promise<boolean>((resolve) => {
        const answer = (anyway: boolean) => {
          useMissingLetters.setState({ asked: null })
          resolve(anyway)
        }
        useMissingLetters.setState({ asked: { failure, answer } })
      }),
  )
  last = asked
  return asked
}
