import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DatabaseView } from '../../../shared/contract/database.ts'
import { CodeForm } from './code-form.tsx'
import { ServerForm } from './server-form.tsx'
import buttons from '../../components/buttons.module.css'

type Props = { readonly view: DatabaseView; readonly onSaved: () => void }

/** A code enrols this computer; an administrator's login is for setting a server up, or bringing it up to date. */
export function ServerChoice({ view, onSaved }: Props) {
  const { t } = useTranslation('database')
  const [setsUp, setSetsUp] = useState(false)
  return (
    <>
      {setsUp ? <ServerForm onSaved={onSaved} /> : <CodeForm view={view} onSaved={onSaved} />}
      <button type="button" className={buttons.link} onClick={() => setSetsUp(!setsUp)}>
        {t(setsUp ? 'byCode' : 'byLogin')}
      </button>
    </>
  )
}
