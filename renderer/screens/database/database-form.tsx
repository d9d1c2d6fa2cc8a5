import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DatabaseView } from '../../../shared/contract/database.ts'
import { Identifier } from '../../components/bidi.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { useCall, useQueryCall } from '../../calls/use-call.ts'
import { faultMessage } from '../../feedback/messages.ts'
import { ServerForm } from './server-form.tsx'

/** Where the ledger is kept: on this computer, or on a server that is tested before it is used. */
export function DatabaseForm() {
  const { t } = useTranslation('database')
  const { data, failure } = useQueryCall('database.get', {})
  const [chosen, setChosen] = useState<DatabaseView['kind'] | null>(null)
  const [saved, setSaved] = useState(false)
  const kind = chosen ?? data?.kind ?? 'embedded'
  return (
    <>
      <FailureNote failure={failure} />
      {data !== undefined && <InUse view={data} />}
      {saved && (
        <Note tone="ok">
          <p>{t('saved')}</p>
        </Note>
      )}
      <fieldset className="choice">
        <legend className="unseen">{t('kind')}</legend>
        {(['embedded', 'server'] as const).map((option) => (
          <label key={option}>
            <input
              type="radio"
              name="kind"
              checked={kind === option}
              onChange={() => {
                setChosen(option)
                setSaved(false)
              }}
            />
            <span className="t1">{t(`${option}`)}</span>
            <span className="t2">{t(`${option}Text`)}</span>
          </label>
        ))}
      </fieldset>
      {kind === 'server' ? (
        <ServerForm onSaved={() => setSaved(true)} />
      ) : (
        <UseEmbedded already={data?.kind === 'embedded'} onSaved={() => setSaved(true)} />
      )}
    </>
  )
}

function InUse({ view }: { readonly view: DatabaseView }) {
  const { t } = useTranslation('database')
  return (
    <dl className="facts">
      <div>
        <dt>{t('now')}</dt>
        <dd>
          <Identifier>{view.address}</Identifier>
        </dd>
      </div>
      <div>
        <dt>{t('serverVersion')}</dt>
        <dd>{view.serverVersion ?? (view.fault === null ? '' : faultMessage(view.fault))}</dd>
      </div>
    </dl>
  )
}

function UseEmbedded({ already, onSaved }: { readonly already: boolean; readonly onSaved: () => void }) {
  const { t } = useTranslation('database')
  const use = useCall('database.useEmbedded')
  if (already) return null
  const save = async () => {
    const answer = await use.run({})
    if (answer?.ok === true) onSaved()
  }
  return (
    <>
      <FailureNote failure={use.failure} />
      <BusyButton size="lg" fullWidth busy={use.busy} onClick={() => void save()}>
        {t('saveEmbedded')}
      </BusyButton>
    </>
  )
}
