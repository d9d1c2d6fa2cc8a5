import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../../shared/contract/sessions.ts'
import { FailureNote } from '../../components/failure-note.tsx'
import { GateCard } from '../../components/gate-card.tsx'
import { DatabaseGate } from '../../gates/database-gate.tsx'
import { RestoreGate } from '../../gates/restore-gate.tsx'
import { AdministratorStep } from './setup-administrator.tsx'
import { BranchStep } from './setup-branch.tsx'
import { PasswordStep } from './setup-password.tsx'
import { STEPS, useSetup } from './use-setup.ts'
import typography from '../../theme/typography.module.css'
import buttons from '../../components/buttons.module.css'
import gate from '../../components/gate-card.module.css'

/** The first start: branch, first administrator, password; then the administrator is signed in. */
export function SetupWizard({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation(['branches', 'gates'])
  const [atDatabase, setAtDatabase] = useState(false)
  const [atRestore, setAtRestore] = useState(false)
  const setup = useSetup()
  if (atRestore) return <RestoreGate session={session} onBack={() => setAtRestore(false)} />
  if (atDatabase) return <DatabaseGate session={session} onBack={() => setAtDatabase(false)} />
  return (
    <GateCard
      session={session}
      wide
      aside={
        <>
          <button type="button" className={buttons.link} onClick={() => setAtRestore(true)}>
            {t('gates:restore')}
          </button>
          <button type="button" className={buttons.link} onClick={() => setAtDatabase(true)}>
            {t('gates:databaseSettings')}
          </button>
        </>
      }
    >
      <div className={gate.form}>
        <p className={typography.secondary}>{t('setup.step', { step: setup.step, steps: STEPS })}</p>
        <Step {...setup} />
        <FailureNote failure={setup.failure} />
      </div>
    </GateCard>
  )
}

function Step({ step, answers, answer, back, busy, finish }: ReturnType<typeof useSetup>) {
  if (step === 1) return <BranchStep answers={answers.branch} onNext={(branch) => answer({ branch })} />
  if (step === 2)
    return (
      <AdministratorStep
        answers={answers.administrator}
        onBack={back}
        onNext={(administrator) => answer({ administrator })}
      />
    )
  return <PasswordStep username={answers.administrator.username} busy={busy} onBack={back} onNext={finish} />
}
