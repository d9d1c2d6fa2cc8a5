import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { contract } from '../../../shared/contract.ts'
import type { EndedBecause, SessionView } from '../../../shared/contract/sessions.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { FormPassword, FormText } from '../../components/form/form-text.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { useCall } from '../../calls/use-call.ts'
import { DatabaseGate } from '../../gates/database-gate.tsx'
import { GateCard } from '../../components/gate-card.tsx'
import buttons from '../../components/buttons.module.css'
import gate from '../../components/gate-card.module.css'

type Props = {
  readonly session: SessionView
  /** The full name of the person whose typed work waits behind this screen; null if none does. */
  readonly keptFor: string | null
}

/** Signs in by user name and password. A refusal keeps the name and asks for the password again. */
export function SignIn({ session, keptFor }: Props) {
  const { t } = useTranslation(['sessions', 'gates'])
  const [atDatabase, setAtDatabase] = useState(false)
  const signIn = useCall('sessions.signIn')
  const form = useContractForm(contract['sessions.signIn'].input, { username: '', password: '' })
  const submit = form.handleSubmit(async (values) => {
    // Enter after the name goes to the password; sending an empty one would count as a failed attempt.
    if (values.password === '') return form.setFocus('password')
    const answer = await signIn.run(values)
    if (answer === null || answer.ok) return
    form.resetField('password')
    form.setFocus('password')
  })
  if (atDatabase) return <DatabaseGate session={session} onBack={() => setAtDatabase(false)} />
  return (
    <GateCard
      session={session}
      aside={
        <button type="button" className={buttons.link} onClick={() => setAtDatabase(true)}>
          {t('gates:databaseSettings')}
        </button>
      }
    >
      <form className={gate.form} data-text="none" onSubmit={(event) => void submit(event)} noValidate>
        <h1 className={gate.title}>{t('signIn')}</h1>
        {session.upgrade !== null && <Upgraded upgrade={session.upgrade} keptFor={keptFor} />}
        {session.endedBecause !== null && <Ended because={session.endedBecause} keptFor={keptFor} />}
        <FormText control={form.control} name="username" label={t('userName')} dir="ltr" startHere />
        <FormPassword control={form.control} name="password" label={t('password')} />
        <FailureNote failure={signIn.failure} />
        <BusyButton type="submit" size="lg" fullWidth keys="Enter" busy={signIn.busy}>
          {t('signIn')}
        </BusyButton>
      </form>
    </GateCard>
  )
}

type EndedProps = { readonly because: EndedBecause } & Pick<Props, 'keptFor'>

/** Why the last person is signed out without having done it, and what became of their work. */
function Ended({ because, keptFor }: EndedProps) {
  const { t } = useTranslation('sessions')
  return (
    <Note tone="warn">
      <p>{t(`ended.${because}`)}</p>
      {keptFor !== null && <p>{t('ended.kept', { name: keptFor })}</p>}
    </Note>
  )
}

type UpgradedProps = { readonly upgrade: NonNullable<SessionView['upgrade']> } & Pick<Props, 'keptFor'>

/** Before anybody signs in is the best moment of all to start anew, unless somebody's work waits. */
function Upgraded({ upgrade, keptFor }: UpgradedProps) {
  const { t } = useTranslation('shell')
  const { run } = useCall('database.restart')
  return (
    <Note tone="warn">
      <p>{t(`upgrade.signIn.${upgrade}`)}</p>
      {keptFor === null && (
        <button type="button" className={buttons.link} onClick={() => void run({})}>
          {t('upgrade.restart')}
        </button>
      )}
    </Note>
  )
}
