import { useEffect, useRef, type ClipboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { FormPassword, FormText } from '../../components/form/form-text.tsx'
import { AuthorityField } from './authority-field.tsx'
import { ServerReport } from './server-report.tsx'
import { Warnings } from './warnings.tsx'
import { useServerForm, type ServerConnection } from './use-server-form.ts'
import layout from '../../theme/layout.module.css'

/** A server is tested first; exactly what was tested can be saved. Enter tests until the test is passed, then it saves. */
export function ServerForm({ onSaved }: { readonly onSaved: () => void }) {
  const server = useServerForm(onSaved)
  const { usable, test, save, report, failure } = server
  const end = useRef<HTMLDivElement>(null)
  // What the test found stands at the end of a long form, perhaps below the window's edge.
  useEffect(() => {
    if (report !== null || failure !== null) end.current?.scrollIntoView({ block: 'nearest' })
  }, [report, failure])
  return (
    <form
      className={layout.stack}
      onSubmit={(event) => void (usable ? save.run(event) : test.run(event))}
      noValidate
    >
      <ServerFields server={server} />
      <FailureNote failure={failure} />
      {report !== null && <ServerReport report={report} usable={usable} />}
      {report !== null && <Warnings warnings={report.warnings} />}
      <div ref={end}>
        <ServerButtons server={server} />
      </div>
    </form>
  )
}

type Props = { readonly server: ServerConnection }

function ServerFields({ server: { control, readAuthority, hidePassword, hideTyped } }: Props) {
  const { t } = useTranslation('database')
  // A whole address takes the place of what stood there; its password is never seen in it.
  const paste = (event: ClipboardEvent) => {
    if (hidePassword(event.clipboardData.getData('text'))) event.preventDefault()
  }
  return (
    <>
      <div onPaste={paste} onBlur={hideTyped}>
        <FormText
          control={control}
          name="url"
          label={t('url')}
          description={t('urlHint')}
          dir="ltr"
          startHere
        />
      </div>
      <FormPassword control={control} name="password" label={t('password')} autoComplete="off" />
      <AuthorityField control={control} name="authority" readAuthority={readAuthority} />
    </>
  )
}

/** Only one of the two buttons submits, so that Enter performs the next step. */
function ServerButtons({ server: { usable, test, save } }: Props) {
  const { t } = useTranslation('database')
  return (
    <div className={layout.twoColumns}>
      <BusyButton
        variant="default"
        size="lg"
        type={usable ? 'button' : 'submit'}
        busy={test.busy}
        {...(usable ? { onClick: () => void test.run() } : {})}
      >
        {test.busy ? t('testing') : t('test')}
      </BusyButton>
      <BusyButton type={usable ? 'submit' : 'button'} size="lg" busy={save.busy} unavailable={!usable}>
        {t('saveServer')}
      </BusyButton>
    </div>
  )
}
