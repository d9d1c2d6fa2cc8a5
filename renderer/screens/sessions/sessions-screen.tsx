import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useGoBack } from '../../app/navigate.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { Column, Columns } from '../../components/columns.tsx'
import { Note } from '../../components/failure-note.tsx'
import { InlineForm } from '../../components/form/inline-form.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { OwnDevice, SetUpDevice } from './own-device.tsx'
import { OwnSessions } from './own-sessions.tsx'
import { PasswordFields } from './password-fields.tsx'
import { useChangePassword } from './use-change-password.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import styles from './sessions-screen.module.css'

/** One's own password, changed whenever one likes, and one's device for codes. */
export function SessionsScreen() {
  const { t } = useTranslation('sessions')
  const goBack = useGoBack()
  const [changed, setChanged] = useState(false)
  const [atDevice, setAtDevice] = useState(false)
  return (
    <Columns layout="single">
      <Column label={t('ownTitle')}>
        <PageHeader title={t('ownTitle')} />
        <div className={classes(layout.scroll, layout.padded)}>
          <div className={classes(layout.stack, styles.narrow)}>
            {atDevice ? (
              <SetUpDevice onEnd={() => setAtDevice(false)} />
            ) : changed ? (
              <>
                <Note tone="ok">{t('ownChanged')}</Note>
                <BusyButton startHere onClick={goBack}>
                  {t('goOn')}
                </BusyButton>
              </>
            ) : (
              <OwnPassword onChanged={() => setChanged(true)} onLeave={goBack} />
            )}
            {!atDevice && <OwnDevice onStart={() => setAtDevice(true)} />}
            {!atDevice && <OwnSessions />}
          </div>
        </div>
      </Column>
    </Columns>
  )
}

type FormProps = { readonly onChanged: () => void; readonly onLeave: () => void }

function OwnPassword({ onChanged, onLeave }: FormProps) {
  const { t } = useTranslation('sessions')
  const { form, busy, failure, submit } = useChangePassword(onChanged)
  return (
    <InlineForm
      enter="moves-on"
      submit={{ label: t('changePassword'), run: () => void submit(), busy }}
      leave={{ label: t('leave'), run: onLeave, unavailable: busy }}
      failure={failure}
    >
      <p>{t('ownText')}</p>
      <PasswordFields control={form.control} />
    </InlineForm>
  )
}
