import { useState } from 'react'
import { z } from 'zod'
import { useCall } from '../../calls/use-call.ts'
import { download } from '../../components/download.ts'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { i18n } from '../../i18n/i18n.ts'

/** An empty date leaves that end of the period open. */
const schema = z
  .object({ from: z.string(), to: z.string() })
  .refine(({ from, to }) => from === '' || to === '' || from <= to, {
    path: ['to'],
    error: () => i18n.t('accounts:fromAfterTo'),
  })

const orNull = (date: string) => (date === '' ? null : date)

type Format = 'PDF' | 'CSV'

/** Saves the statement of a period as a file. `format` is the one being made or made last. */
export function useStatementExport(accountId: string) {
  const form = useContractForm(schema, { from: '', to: '' })
  const { run, busy, failure } = useCall('accounts.exportStatement')
  const [format, setFormat] = useState<Format>('PDF')
  const [saved, setSaved] = useState<string | null>(null)
  const save = (wanted: Format) =>
    void form.handleSubmit(async ({ from, to }) => {
      setFormat(wanted)
      setSaved(null)
      const answer = await run({ accountId, format: wanted, from: orNull(from), to: orNull(to) })
      if (answer?.ok !== true) return
      const { content, fileName, mediaType } = answer.value
      download(content, fileName, mediaType)
      setSaved(fileName)
    })()
  return { control: form.control, save, busy, failure, format, saved }
}

export type StatementExporting = ReturnType<typeof useStatementExport>
