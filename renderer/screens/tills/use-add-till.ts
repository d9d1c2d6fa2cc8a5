import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { Answer } from '../../calls/answer.ts'
import { useCall } from '../../calls/use-call.ts'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { i18n } from '../../i18n/i18n.ts'

/** A name that is taken is refused here where the names are known, and otherwise by the call. */
const schemaFor = (names: Answer<readonly string[]>) =>
  z.object({
    name: z
      .string()
      .trim()
      .min(1)
      .max(50)
      .refine((name) => names.state !== 'known' || !names.value.includes(name), {
        error: () => i18n.t('tills:add.taken'),
      }),
  })

/** Adds a till under a name that no other has. Its id is made here, so that a repeated call adds no second one. */
export function useAddTill(names: Answer<readonly string[]>) {
  const { t } = useTranslation('tills')
  const add = useCall('tills.add')
  const form = useContractForm(schemaFor(names), { name: '' })
  const [id, setId] = useState(() => crypto.randomUUID())
  const [added, setAdded] = useState<string | null>(null)
  const save = () =>
    void form.handleSubmit(async ({ name }) => {
      setAdded(null)
      const answer = await add.run({ id, name })
      if (answer === null) return
      if (answer.ok) {
        setAdded(answer.value.name)
        setId(crypto.randomUUID())
        form.reset({ name: '' })
        form.setFocus('name')
      } else if (answer.error.code === 'TILL_NAME_TAKEN') {
        form.setError('name', { message: t('add.taken') }, { shouldFocus: true })
        add.reset()
      }
    })()
  return {
    control: form.control,
    submit: { label: t('add.action'), run: save, busy: add.busy },
    added,
    failure: add.failure,
  }
}
