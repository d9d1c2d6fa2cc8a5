import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useCall } from '../../calls/use-call.ts'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { connectionOf, isUsable, serverSchema, type ConnectionReport } from './server-schema.ts'

/** The form of a server. Only exactly what was tested can be saved: every change removes the report. */
export function useServerForm(onSaved: () => void) {
  const form = useContractForm(serverSchema, { url: '', authority: '' })
  const test = useCall('database.testConnection')
  const save = useCall('database.useServer')
  const [tested, setTested] = useState<{ typed: string; report: ConnectionReport } | null>(null)
  const typed = JSON.stringify(useWatch({ control: form.control }))
  const report = tested?.typed === typed ? tested.report : null

  const runTest = form.handleSubmit(async (values) => {
    const answer = await test.run(connectionOf(values))
    if (answer?.ok === true) setTested({ typed, report: answer.value })
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
