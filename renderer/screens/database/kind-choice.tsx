import { useTranslation } from 'react-i18next'
import type { DatabaseView } from '../../../shared/contract/database.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import styles from './database.module.css'

type Kind = DatabaseView['kind']

type Props = { readonly kind: Kind; readonly onChoose: (kind: Kind) => void }

/** On this computer or on a server. Choosing only shows the form: nothing changes before that is saved. */
export function KindChoice({ kind, onChoose }: Props) {
  const { t } = useTranslation('database')
  return (
    <fieldset className={styles.choice}>
      <legend className={layout.visuallyHidden}>{t('kind')}</legend>
      {(['embedded', 'server'] as const).map((option) => (
        <label key={option}>
          <input type="radio" name="kind" checked={kind === option} onChange={() => onChoose(option)} />
          <span className={typography.primary}>{t(option)}</span>
          <span className={typography.secondary}>{t(`${option}Text`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
