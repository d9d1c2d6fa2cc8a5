import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import buttons from '../../components/buttons.module.css'
import styles from './rows.module.css'

type Props = {
  readonly title: string
  readonly keys: readonly string[]
  /** The words of the button that adds a line; null where no more fit. */
  readonly add: string | null
  readonly onAdd: () => void
  readonly onRemove: (n: number) => void
  readonly children: (n: number) => ReactNode
}

/** Lines of fields that are added and removed, two fields beside each other. */
export function Rows({ title, keys, add, onAdd, onRemove, children }: Props) {
  const { t } = useTranslation('products')
  return (
    <fieldset className={classes(layout.stack, styles.rows)}>
      <legend className={typography.strong}>{title}</legend>
      {keys.map((key, n) => (
        <div key={key} className={styles.line}>
          <div className={layout.twoColumns}>{children(n)}</div>
          <button type="button" className={classes(buttons.link, styles.remove)} onClick={() => onRemove(n)}>
            {t('form.remove')}
          </button>
        </div>
      ))}
      {keys.length === 0 && <p className={typography.secondary}>{t('form.noLines')}</p>}
      {add !== null && (
        <button type="button" className={classes(buttons.link, styles.another)} onClick={onAdd}>
          {add}
        </button>
      )}
    </fieldset>
  )
}
