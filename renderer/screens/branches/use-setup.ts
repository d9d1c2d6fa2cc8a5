import { useState } from 'react'
import { beginAt } from '../../app/first-screen.ts'
import { useCall } from '../../calls/use-call.ts'
import { firstAnswers, type SetupAnswers } from './setup-schema.ts'

export const STEPS = 3

/** The answers of the wizard and its step, from 1. The last step sets the branch up and signs the administrator in. */
export function useSetup() {
  const [step, setStep] = useState(1)
  const [answers, setAnswers] = useState<SetupAnswers>(firstAnswers)
  const create = useCall('branches.setUp')
  const signIn = useCall('sessions.signIn')
  const answer = (given: Partial<SetupAnswers>) => {
    setAnswers({ ...answers, ...given })
    setStep(step + 1)
  }
  const finish = async (password: string) => {
    const { branch, administrator } = answers
    const created = await create.run({ ...branch, administrator: { ...administrator, password } })
    // Whoever has the only data of a bank decides next where its backups go.
    if (created?.ok === true && created.value.isEmbedded) beginAt('/backups')
    // An earlier attempt whose answer was lost has set it up already, so only signing in is left.
    if (created?.ok === true || (created?.ok === false && created.error.code === 'ALREADY_SET_UP'))
      await signIn.run({ username: administrator.username, password })
  }
  return {
    step,
    answers,
    answer,
    back: () => setStep(step - 1),
    finish: (password: string) => void finish(password),
    busy: create.busy || signIn.busy,
    failure: create.failure ?? signIn.failure,
  }
}
