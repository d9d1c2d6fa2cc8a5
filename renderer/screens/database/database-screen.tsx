import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../components/page-header.tsx'
import { DatabaseForm } from './database-form.tsx'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import columns from '../../components/columns.module.css'
import styles from './database.module.css'

/** The database connection, for an administrator who is signed in. */
export function DatabaseScreen() {
  const { t } = useTranslation('database')
  return (
    <div className={classes(columns.column, columns.columns)}>
      <PageHeader title={t('title')} />
      <div className={classes(layout.scroll, layout.padded)}>
        <div className={classes(layout.stack, styles.settings)}>
          <DatabaseForm />
        </div>
      </div>
    </div>
  )
}
