import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import { Note } from '../../components/failure-note.tsx'
import type { ChangedField } from './contact-changes.ts'
import { useDetailWords } from './use-detail-words.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import styles from './newer-details.module.css'

type Props = {
  readonly fields: readonly ChangedField[]
  readonly onChoose: (values: 'typed' | 'newer') => void
}

/** What another user saved while the form was filled in, and the choice which of the two to keep. */
export function NewerDetails({ fields, onChoose }: Props) {
  const { t } = useTranslation('customers')
  return (
    <Note tone="warn">
      <p>{t('changedFields')}</p>
      <ul className={styles.newer}>
        {fields.map((changed) => (
          <NewerField key={changed.field} changed={changed} />
        ))}
      </ul>
      <div className={classes(layout.sideBySide, styles.choices)}>
        <BusyButton variant="default" onClick={() => onChoose('newer')}>
          {t('takeTheirs')}
        </BusyButton>
        <BusyButton variant="default" onClick={() => onChoose('typed')}>
          {t('keepMine')}
        </BusyButton>
      </div>
    </Note>
  )
}

function NewerField({ changed: { field, value } }: { readonly changed: ChangedField }) {
  const { t } = useTranslation(['customers', 'components'])
  const words = useDetailWords()
  const now = value === '' ? t('components:notStated') : words(field, value)
  return <li>{t('changedTo', { field: t(`detail.${field}`), value: now })}</li>
}
