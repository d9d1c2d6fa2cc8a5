import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useCall } from '../../calls/use-call.ts'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { connectionOf, isUsable, serverSchema, splitAddress, type ConnectionReport } from './server-schema.ts'

const EMPTY = { url: '', password: '', authority: '' }

/** The form of a server. Only exactly what was tested can be saved: every change of what would be sent removes the report. */
export function useServerForm(onSaved: () => void) {
  const form = useContractForm(serverSchema, EMPTY)
  const test = useCall('database.testConnection')
  const save = useCall('database.useServer')
  const [tested, setTested] = useState<{ sent: string; report: ConnectionReport } | null>(null)
  const sent = JSON.stringify(connectionOf({ ...EMPTY, ...useWatch({ control: form.control }) }))
  const report = tested?.sent === sent ? tested.report : null

  /** Takes the password out of an address and into its own field, which does not show it; false where there is none. */
  const hidePassword = (address: string) => {
    const parts = splitAddress(address)
    if (parts === null) return false
    form.setValue('url', parts.url, { shouldValidate: true })
    form.setValue('password', parts.password)
    return true
  }
  const runTest = form.handleSubmit(async (values) => {
    hidePassword(values.url)
    const answer = await test.run(connectionOf(values))
    if (answer?.ok === true) setTested({ sent, report: answer.value })
  })
  const runSave = form.handleSubmit(async (values) => {
    const answer = await save.run(connectionOf(values))
    if (answer?.ok !== true) return
    form.reset() // an administrator's password does not stay on a screen
    setTested(null)
    onSaved()
  })
  return {
    control: form.control,
    hidePassword,
    hideTyped: () => hidePassword(form.getValues('url')),
    readAuthority: async (file: File | null) => {
      if (file !== null) form.setValue('authority', await file.text(), { shouldValidate: true })
    },
    report,
    usable: report !== null && isUsable(report),
    test: { run: runTest, busy: test.busy },
    save: { run: runSave, busy: save.busy },
    failure: test.failure ?? save.failure,
  }
}

export type ServerConnection = ReturnType<typeof useServerForm>
