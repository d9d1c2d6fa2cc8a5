import { z } from 'zod'
import { readCode } from '../../../shared/rules/enrolment-code.ts'
import { useCall } from '../../calls/use-call.ts'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { i18n } from '../../i18n/i18n.ts'
import { serverSchema } from './server-schema.ts'

/** A slip of the pen is told here, before anything is sent; a wrong code is told by the server. */
const schema = z.object({
  server: z
    .string()
    .trim()
    .min(1, { error: () => i18n.t('database:codeServerRule') }),
  code: z.string().refine((typed) => readCode(typed) !== null, { error: () => i18n.t('database:codeRule') }),
  authority: serverSchema.shape.authority,
})

/** `set` is the server that the bank sets, or nothing. */
export function useCodeForm(set: string, onSaved: () => void) {
  const form = useContractForm(schema, { server: set, code: '', authority: '' })
  const { run, busy, failure } = useCall('database.redeemCode')
  const send = form.handleSubmit(async ({ server, code, authority }) => {
    const answer = await run({ server, code, certificateAuthority: authority === '' ? null : authority })
    if (answer?.ok === true) onSaved()
  })
  return {
    control: form.control,
    readAuthority: async (file: File | null) => {
      if (file !== null) form.setValue('authority', await file.text(), { shouldValidate: true })
    },
    run: send,
    busy,
    failure,
  }
}
