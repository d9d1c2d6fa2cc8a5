import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DatabaseView } from '../../../shared/contract/database.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { Identifier } from '../../components/bidi.tsx'
import { Fact } from '../../components/fact.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { faultMessage } from '../../feedback/messages.ts'
import { EmbeddedForm } from './embedded-form.tsx'
import { KindChoice } from './kind-choice.tsx'
import { ServerForm } from './server-form.tsx'
import facts from '../../components/facts.module.css'

/** Where the ledger is kept: on this computer, or on a server that is tested before it is used. */
export function DatabaseForm() {
  const { t } = useTranslation('database')
  const { data, failure } = useQueryCall('database.get', {})
  const [chosen, setChosen] = useState<DatabaseView['kind'] | null>(null)
  const [saved, setSaved] = useState(false)
  const kind = chosen ?? data?.kind ?? 'embedded'
  const choose = (option: DatabaseView['kind']) => {
    setChosen(option)
    setSaved(false)
  }
  return (
    <>
      <FailureNote failure={failure} />
      {data !== undefined && <InUse view={data} />}
      {saved && (
        <Note tone="ok">
          <p>{t('saved')}</p>
        </Note>
      )}
      <KindChoice kind={kind} onChoose={choose} />
      {kind === 'server' ? (
        <ServerForm onSaved={() => setSaved(true)} />
      ) : (
        <EmbeddedForm inUse={data?.kind === 'embedded'} onSaved={() => setSaved(true)} />
      )}
    </>
  )
}

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
