import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DatabaseView } from '../../../shared/contract/database.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { Identifier } from '../../components/bidi.tsx'
import { Fact } from '../../components/fact.tsx'
import { Note } from '../../components/failure-note.tsx'
import { faultMessage } from '../../feedback/messages.ts'
import { EmbeddedForm } from './embedded-form.tsx'
import { KindChoice } from './kind-choice.tsx'
import { ServerChoice } from './server-choice.tsx'
import { ComputerWarnings, Warnings } from './warnings.tsx'
import facts from '../../components/facts.module.css'

/** Where the ledger is kept: on this computer, or on a server that is tested before it is used. */
export function DatabaseForm() {
  const { t } = useTranslation('database')
  const { answer } = useQueryCall('database.get', {})
  const [chosen, setChosen] = useState<DatabaseView['kind'] | null>(null)
  const [saved, setSaved] = useState(false)
  const choose = (option: DatabaseView['kind']) => {
    setChosen(option)
    setSaved(false)
  }
  if (answer.state !== 'known') return <AnswerNote answer={answer} />
  const view = answer.value
  const kind = chosen ?? view.kind
  return (
    <>
      <InUse view={view} />
      <Warnings warnings={view.warnings} />
      <ComputerWarnings warnings={view.ofComputer} />
      {saved && (
        <Note tone="ok">
          <p>{t('saved')}</p>
        </Note>
      )}
      {view.policy !== null && <SetByBank policy={view.policy} />}
      {view.mayChange !== 'anything' && view.policy?.setsServer !== true && (
        <Locked change={view.mayChange} />
      )}
      {view.mayChange === 'anything' && <KindChoice kind={kind} onChoose={choose} />}
      {view.mayChange !== 'nothing' && <Chosen kind={kind} view={view} onSaved={() => setSaved(true)} />}
    </>
  )
}

/** What the bank sets for this computer, where nobody changes it. */
function SetByBank({ policy }: { readonly policy: NonNullable<DatabaseView['policy']> }) {
  const { t } = useTranslation('database')
  const { file, setsServer, idleSeconds } = policy
  return (
    <Note tone="info">
      <p>
        <b>{t('setByBank')}</b>
      </p>
      {setsServer && <p>{t('setServer')}</p>}
      {idleSeconds !== null && <p>{t('setIdle', { count: idleSeconds / 60 })}</p>}
      <p>
        <Identifier>{file}</Identifier>
      </p>
    </Note>
  )
}

/** Why nothing, or only the login, can be changed here, and who can. */
function Locked({ change }: { readonly change: 'login' | 'nothing' }) {
  const { t } = useTranslation('database')
  return (
    <Note tone="warn">
      <p>{t('administratorNeeded')}</p>
      <p>{t(change === 'login' ? 'loginOnly' : 'unreachableForGood')}</p>
    </Note>
  )
}

type ChosenProps = {
  readonly kind: DatabaseView['kind']
  readonly view: DatabaseView
  readonly onSaved: () => void
}

const Chosen = ({ kind, view, onSaved }: ChosenProps) =>
  kind === 'server' ? (
    <ServerChoice view={view} onSaved={onSaved} />
  ) : (
    <EmbeddedForm inUse={view.kind === 'embedded'} onSaved={onSaved} />
  )

function InUse({ view: { address, serverVersion, fault } }: { readonly view: DatabaseView }) {
  const { t } = useTranslation('database')
  return (
    <dl className={facts.facts}>
      <Fact label={t('now')}>
        <Identifier>{address}</Identifier>
      </Fact>
      <Fact label={t('serverVersion')}>{serverVersion ?? (fault === null ? '' : faultMessage(fault))}</Fact>
    </dl>
  )
}
