import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { useCall } from '../../calls/use-call.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { i18n } from '../../i18n/i18n.ts'

const schemaFor = (names: readonly string[]) =>
  z.object({
    name: z
      .string()
      .trim()
      .min(1)
      .max(50)
      .refine((name) => !names.includes(name), { error: () => i18n.t('tills:add.taken') }),
  })

/** One more till for the branch. A till is never taken away, because its postings stay. */
export function AddTill({
  names,
  children,
}: {
  readonly names: readonly string[]
  readonly children: ReactNode
}) {
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
  useKeys({ 'Ctrl+Enter': { label: t('add.action'), run: save, disabled: add.busy } })
  return (
    <>
      <header className="head">
        <h2>{t('add.title')}</h2>
      </header>
      <form
        className="scroll pad stack day-slip"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <FormText
          control={form.control}
          name="name"
          label={t('add.name')}
          description={t('add.hint')}
          maxLength={50}
          startHere
        />
        {added !== null && <Note tone="ok">{t('add.added', { name: added })}</Note>}
        <FailureNote failure={add.failure} />
        <BusyButton type="submit" size="lg" fullWidth keys="Ctrl+Enter" busy={add.busy}>
          {t('add.action')}
        </BusyButton>
        {children}
      </form>
    </>
  )
}
