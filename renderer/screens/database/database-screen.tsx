import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../components/page-header.tsx'
import { DatabaseForm } from './database-form.tsx'

/** The database connection, for an administrator who is signed in. */
export function DatabaseScreen() {
  const { t } = useTranslation('database')
  return (
    <div className="col columns">
      <PageHeader title={t('title')} />
      <div className="scroll pad">
        <div className="stack settings">
          <DatabaseForm />
        </div>
      </div>
    </div>
  )
}
