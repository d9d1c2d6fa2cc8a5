import { contract } from '../../../shared/contract.ts'
import { useCall } from '../../calls/use-call.ts'
import { useContractForm } from '../../components/form/use-contract-form.ts'

/** Gives the code that was typed; a refusal empties the field for the next one. */
export function useGiveCode(onGiven: () => void = () => {}) {
  const { run, busy, failure } = useCall('sessions.giveCode')
  const form = useContractForm(contract['sessions.giveCode'].input, { code: '' })
  const submit = form.handleSubmit(async ({ code }) => {
    if (code === '') return form.setFocus('code')
    const answer = await run({ code })
    if (answer?.ok === true) return onGiven()
    if (answer === null) return
    form.resetField('code')
    form.setFocus('code')
  })
  return { control: form.control, submit: () => void submit(), busy, failure }
}
