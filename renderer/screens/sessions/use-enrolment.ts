import { useState } from 'react'
import { z } from 'zod'
import type { CallOutput } from '../../../shared/contract.ts'
import { useCall } from '../../calls/use-call.ts'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'

export type Offered = CallOutput<'sessions.beginEnrolment'>

const schema = z.object({ password: z.string(), code: z.string() })

/** A device is set up in three steps: it is begun, with the password where somebody is signed in already; its first code; the recovery codes. */
export function useEnrolment(needsPassword: boolean, onEnd: () => void) {
  const begin = useCall('sessions.beginEnrolment')
  const confirm = useCall('sessions.confirmEnrolment')
  const end = useCall('sessions.endEnrolment')
  const [offered, setOffered] = useState<Offered | null>(null)
  const [recoveryCodes, setRecoveryCodes] = useState<readonly string[] | null>(null)
  const form = useContractForm(schema, { password: '', code: '' })
  const start = form.handleSubmit(async ({ password }) => {
    if (needsPassword && password === '') return form.setFocus('password')
    const answer = await begin.run({ password: needsPassword ? password : null })
    form.resetField('password')
    if (answer?.ok === true) setOffered(answer.value)
    else if (answer !== null && showFailure(form, answer.error, { PASSWORD_WRONG: 'password' })) begin.reset()
  })
  const putInForce = form.handleSubmit(async ({ code }) => {
    if (code === '') return form.setFocus('code')
    const answer = await confirm.run({ code })
    form.resetField('code')
    if (answer?.ok === true) setRecoveryCodes(answer.value.recoveryCodes)
    else if (answer !== null && showFailure(form, answer.error, { CODE_REFUSED: 'code' })) confirm.reset()
  })
  const goOn = async () => {
    const answer = await end.run({})
    if (answer?.ok === true) onEnd()
  }
  return {
    control: form.control,
    offered,
    recoveryCodes,
    start: () => void start(),
    putInForce: () => void putInForce(),
    goOn: () => void goOn(),
    busy: begin.busy || confirm.busy || end.busy,
    failure: begin.failure ?? confirm.failure ?? end.failure,
  }
}
