import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { contract } from '../../../shared/contract.ts'
import type { SessionView } from '../../../shared/contract/sessions.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { FormPassword } from '../../components/form/form-text.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { useCall } from '../../calls/use-call.ts'
import { GateCard } from '../../components/gate-card.tsx'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import buttons from '../../components/buttons.module.css'
import gate from '../../components/gate-card.module.css'

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => part.slice(0, 1))
    .join('')

/** Covers the work until the same user enters their password, or another user signs them out. */
export function LockScreen({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation('sessions')
  const unlock = useCall('sessions.unlock')
  const signOut = useCall('sessions.signOut')
  const form = useContractForm(contract['sessions.unlock'].input, { password: '' })
  const submit = form.handleSubmit(async (values) => {
    if (values.password === '') return
    const answer = await unlock.run(values)
    if (answer === null || answer.ok) return
    form.resetField('password')
    form.setFocus('password')
  })
  const name = session.user?.fullName ?? ''
  return (
    <GateCard session={session}>
      <form className={gate.form} data-text="none" onSubmit={(event) => void submit(event)} noValidate>
        <div className={gate.person}>
          <span className={gate.initials} aria-hidden>
            {initialsOf(name)}
          </span>
          <div className={layout.grow}>
            <h1>{name}</h1>
            <p className={typography.secondary}>{t('locked')}</p>
          </div>
          <IconLock size={20} stroke={1.75} aria-hidden />
        </div>
        <FormPassword control={form.control} name="password" label={t('password')} startHere />
        {unlock.failure?.code === 'SIGN_IN_REFUSED' ? (
          <Note tone="bad">{t('unlockRefused')}</Note>
        ) : (
          <FailureNote failure={unlock.failure} />
        )}
        <BusyButton type="submit" size="lg" fullWidth keys="Enter" busy={unlock.busy}>
          {t('unlock')}
        </BusyButton>
        <button
          type="button"
          className={classes(layout.centered, buttons.link)}
          onClick={() => void signOut.run({})}
        >
          {t('someoneElse')}
        </button>
      </form>
    </GateCard>
  )
}
