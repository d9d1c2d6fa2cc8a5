import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import { Column, Columns } from '../../components/columns.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { enterMovesOn } from '../../keyboard/enter-moves-on.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { useSession } from '../../calls/use-session.ts'
import { useGo } from '../../app/navigate.ts'
import { LikelyList } from './likely-list.tsx'
import { useMayWork } from './may-work.ts'
import { ContactFields, NameFields } from './person-fields.tsx'
import { useLikely } from './use-likely.ts'
import { useRegistration } from './use-registration.ts'

/** Registers a customer. Whoever may be the same person is shown beside the form while it is filled in. */
export function RegisterView({ find }: { readonly find: string }) {
  const { t } = useTranslation('customers')
  const go = useGo()
  const { serverConnected } = useSession()
  const { userId } = useMayWork()
  const registration = useRegistration(userId, find)
  const { form, busy } = registration
  const likely = useLikely(form.control)
  const back = () => go('/customers', find === '' ? {} : { find })
  useKeys({
    'Ctrl+Enter': { label: t('save'), run: registration.save, disabled: busy || !serverConnected },
    Escape: { label: t('backToSearch'), run: back },
  })
  return (
    <Columns layout="list-detail">
      <Column label={t('register')}>
        <PageHeader title={t('register')}>
          <BusyButton variant="default" keys="Escape" onClick={back}>
            {t('backToSearch')}
          </BusyButton>
        </PageHeader>
        <form
          className="register"
          onKeyDown={enterMovesOn}
          onSubmit={(event) => event.preventDefault()}
          noValidate
        >
          <div className="scroll pad">
            <div className="stack register-fields">
              {registration.kept && (
                <Note tone="info">
                  {t('form.kept')}{' '}
                  <button type="button" className="link" onClick={registration.discard}>
                    {t('form.discard')}
                  </button>
                </Note>
              )}
              <NameFields control={form.control} />
              <ContactFields control={form.control} wide />
            </div>
          </div>
          <div className="foot stack">
            <FailureNote failure={registration.failure} />
            {registration.asking === null ? (
              <BusyButton
                size="lg"
                keys="Ctrl+Enter"
                fullWidth
                busy={busy}
                unavailable={!serverConnected}
                onClick={registration.save}
              >
                {t('save')}
              </BusyButton>
            ) : (
              <AskAnyway
                count={registration.asking}
                onNo={registration.lookAgain}
                onYes={registration.registerAnyway}
              />
            )}
          </div>
        </form>
      </Column>
      <Column label={t('likely')} tone="sunken">
        <div className="head">
          <h2>{t('likely')}</h2>
        </div>
        <div className="scroll">
          <LikelyList likely={likely} onOpen={({ id }) => go('/customers', { customer: id, find })} />
        </div>
      </Column>
    </Columns>
  )
}

function AskAnyway({
  count,
  onNo,
  onYes,
}: {
  readonly count: number
  readonly onNo: () => void
  readonly onYes: () => void
}) {
  const { t } = useTranslation('customers')
  useKeys({ Escape: { label: t('lookAgain'), run: onNo, quiet: true } })
  return (
    <fieldset className="confirm">
      <legend className="unseen">{t('registerAnyway')}</legend>
      <p role="alert">{t('likelyAsk', { count })}</p>
      <div className="row">
        <BusyButton variant="default" startHere onClick={onNo}>
          {t('lookAgain')}
        </BusyButton>
        <BusyButton onClick={onYes}>{t('registerAnyway')}</BusyButton>
      </div>
    </fieldset>
  )
}
