import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../../shared/contract/sessions.ts'
import { FailureNote } from '../../components/failure-note.tsx'
import { useCall } from '../../calls/use-call.ts'
import { GateCard } from '../../components/gate-card.tsx'
import { AdministratorStep } from './setup-administrator.tsx'
import { BranchStep } from './setup-branch.tsx'
import { firstAnswers, type SetupAnswers } from './setup-schema.ts'
import { PasswordStep } from './setup-password.tsx'
import { DatabaseGate } from '../../gates/database-gate.tsx'

const STEPS = 3

/** The first start: branch, first administrator, password; then the administrator is signed in. */
export function SetupWizard({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation(['branches', 'gates'])
  const [step, setStep] = useState(1)
  const [answers, setAnswers] = useState<SetupAnswers>(firstAnswers)
  const [atDatabase, setAtDatabase] = useState(false)
  const create = useCall('branches.setUp')
  const signIn = useCall('sessions.signIn')

  const finish = async (password: string) => {
    const { branch, administrator } = answers
    const input = { ...branch, administrator: { ...administrator, password } }
    const created = await create.run(input)
    // Set up by an earlier press whose answer was lost: then signing in is what is left to do.
    if (created?.ok === true || (created?.ok === false && created.error.code === 'ALREADY_SET_UP'))
      await signIn.run({ username: administrator.username, password })
  }

  if (atDatabase) return <DatabaseGate session={session} onBack={() => setAtDatabase(false)} />
  return (
    <GateCard
      session={session}
      wide
      aside={
        <button type="button" className="link" onClick={() => setAtDatabase(true)}>
          {t('gates:databaseSettings')}
        </button>
      }
    >
      <div className="gate-form">
        <p className="t2">{t('setup.step', { step, steps: STEPS })}</p>
        {step === 1 && (
          <BranchStep
            answers={answers.branch}
            onNext={(branch) => {
              setAnswers({ ...answers, branch })
              setStep(2)
            }}
          />
        )}
        {step === 2 && (
          <AdministratorStep
            answers={answers.administrator}
            onBack={() => setStep(1)}
            onNext={(administrator) => {
              setAnswers({ ...answers, administrator })
              setStep(3)
            }}
          />
        )}
        {step === 3 && (
          <PasswordStep
            username={answers.administrator.username}
            busy={create.busy || signIn.busy}
            onBack={() => setStep(2)}
            onNext={(password) => void finish(password)}
          />
        )}
        <FailureNote failure={create.failure ?? signIn.failure} />
      </div>
    </GateCard>
  )
}
