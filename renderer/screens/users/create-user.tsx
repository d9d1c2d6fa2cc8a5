import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { contract } from '../../../shared/contract.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { FormSelect } from '../../components/form/form-select.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { newPassword } from '../sessions/password-rules.ts'
import { useCall } from '../../calls/use-call.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { i18n } from '../../i18n/i18n.ts'
import { Handover } from './handover.tsx'
import { TemporaryPasswordField } from './password-field.tsx'
import { STAFF_ROLES } from './permissions.ts'

const input = contract['users.create'].input

const schema = input.pick({ fullName: true, email: true, role: true }).extend({
  username: z
    .string()
    .trim()
    .min(1)
    .max(50)
    .regex(/^[a-z0-9][a-z0-9._-]*$/, { error: () => i18n.t('users:create.usernameRule') }),
  temporaryPassword: newPassword,
})

type Made = { readonly fullName: string; readonly username: string; readonly temporaryPassword: string }

/** A new member of staff with a temporary password. */
export function CreateUser({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('users')
  const [made, setMade] = useState<Made | null>(null)
  return (
    <>
      <header className="head">
        <h2>{t('create.title')}</h2>
      </header>
      <div className="scroll pad">
        {made === null ? (
          <CreateForm onMade={setMade} onCancel={onDone} />
        ) : (
          <Handover
            sentence={t('create.made', { name: made.fullName })}
            fullName={made.fullName}
            username={made.username}
            password={made.temporaryPassword}
            onDone={onDone}
          />
        )}
      </div>
    </>
  )
}

function CreateForm({
  onMade,
  onCancel,
}: {
  readonly onMade: (made: Made) => void
  readonly onCancel: () => void
}) {
  const { t } = useTranslation('users')
  const create = useCall('users.create')
  const [id] = useState(() => crypto.randomUUID())
  const form = useContractForm(schema, {
    fullName: '',
    username: '',
    email: '',
    role: 'TELLER',
    temporaryPassword: '',
  })
  const chosen = useWatch({ control: form.control, name: 'role' })
  const role = STAFF_ROLES.find((known) => known === chosen) ?? 'TELLER'
  const save = () =>
    void form.handleSubmit(async (values) => {
      const answer = await create.run({ id, ...values })
      if (answer === null) return
      if (answer.ok) onMade(values)
      else if (
        showFailure(form, answer.error, {
          USERNAME_TAKEN: 'username',
          EMAIL_TAKEN: 'email',
          PASSWORD_TOO_SHORT: 'temporaryPassword',
          PASSWORD_TOO_LONG: 'temporaryPassword',
        })
      )
        create.reset()
    })()
  useKeys({
    'Ctrl+Enter': { label: t('create.action'), run: save, disabled: create.busy },
    Escape: {
      label: t('cancel'),
      run: onCancel,
      disabled: create.busy || form.formState.isDirty,
      quiet: true,
    },
  })
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <FormText control={form.control} name="fullName" label={t('fullName')} maxLength={100} startHere />
      <FormText
        control={form.control}
        name="username"
        label={t('username')}
        description={t('create.usernameHint')}
        maxLength={50}
        dir="ltr"
      />
      <FormText
        control={form.control}
        name="email"
        type="email"
        label={t('email')}
        maxLength={255}
        dir="ltr"
      />
      <FormSelect
        control={form.control}
        name="role"
        label={t('role')}
        description={t(`roleMay.${role}`)}
        options={STAFF_ROLES.map((value) => ({ value, label: t(`roleName.${value}`) }))}
      />
      <TemporaryPasswordField
        control={form.control}
        name="temporaryPassword"
        onMake={(password) =>
          form.setValue('temporaryPassword', password, { shouldDirty: true, shouldValidate: true })
        }
      />
      <FailureNote failure={create.failure} />
      <div className="row">
        <BusyButton variant="default" unavailable={create.busy} onClick={onCancel}>
          {t('cancel')}
        </BusyButton>
        <span className="grow" />
        <BusyButton type="submit" keys="Ctrl+Enter" busy={create.busy}>
          {t('create.action')}
        </BusyButton>
      </div>
    </form>
  )
}
