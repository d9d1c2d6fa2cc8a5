import { useTranslation } from 'react-i18next'
import { useGo } from '../../app/navigate.ts'
import { useSession } from '../../calls/use-session.ts'
import { Column, Columns } from '../../components/columns.tsx'
import { useFormKeys, useHeldSubmit } from '../../components/form/form-actions.ts'
import { LeaveButton } from '../../components/form/form-buttons.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { DuplicateList } from './duplicate-list.tsx'
import { RegisterForm } from './register-form.tsx'
import { useDuplicates } from './use-duplicates.ts'
import { useRegistration } from './use-registration.ts'
import layout from '../../theme/layout.module.css'
import panel from '../../components/panel.module.css'

/** Registers a customer. Customers who may be the same person are shown beside the form while it is filled in. */
export function RegisterView({ find }: { readonly find: string }) {
  const { t } = useTranslation('customers')
  const go = useGo()
  const { user, serverConnected } = useSession()
  const registration = useRegistration(user?.id ?? '', find)
  const duplicates = useDuplicates(registration.form.control)
  const { save, busy } = registration
  const submit = useHeldSubmit({ label: t('save'), run: save, busy, unavailable: !serverConnected })
  const leave = {
    label: t('backToSearch'),
    run: () => go('/customers', find === '' ? {} : { find }),
    shown: true,
  }
  useFormKeys(submit, leave)
  return (
    <Columns layout="list-detail">
      <Column label={t('register')}>
        <PageHeader title={t('register')}>
          <LeaveButton action={leave} />
        </PageHeader>
        <RegisterForm registration={registration} submit={submit} />
      </Column>
      <Column label={t('duplicates.title')} tone="sunken">
        <div className={panel.head}>
          <h2>{t('duplicates.title')}</h2>
        </div>
        <div className={layout.scroll}>
          <DuplicateList
            duplicates={duplicates}
            onOpen={({ id }) => go('/customers', { customer: id, find })}
          />
        </div>
      </Column>
    </Columns>
  )
}
