import { create } from 'zustand'

/** Whether a fresh code is asked for now, and who waits for the answer: given, or not. */
export const useStepUp = create<{ readonly answer: ((given: boolean) => void) | null }>(() => ({
  answer: null,
}))

let asked: Promise<boolean> | null = null

/** Has the window ask for a fresh code, once for all that wait for it. Resolves with whether it was given. */
export function askForCode(): Promise<boolean> {
  asked ??= new Promise((resolve) => {
    const answer = (given: boolean) => {
      asked = null
      useStepUp.setState({ answer: null })
      resolve(given)
    }
    useStepUp.setState({ answer })
  })
  return asked
}
