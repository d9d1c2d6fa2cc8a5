import { Kbd } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { keyCaption, liveLayers, mergedKeys, useKeyLayers, type KeyBinding } from '../keyboard/keys.ts'
import styles from './key-bar.module.css'

const FIND = 'Ctrl+K'

/** F-keys by number, then the others in the order of the screen. */
const rank = (name: string) => (/^F\d+$/.test(name) ? Number(name.slice(1)) : 100)

/** What every key does now. Each is a button too, for work with the mouse. Keys for which there is no room stand in the help. */
export function KeyBar() {
  const { t } = useTranslation('shell')
  const layers = useKeyLayers((state) => state.layers)
  const merged = mergedKeys(liveLayers(layers))
  const shown = [...merged].filter(([, { quiet }]) => quiet !== true).sort(([a], [b]) => rank(a) - rank(b))
  const find = merged.get(FIND)
  return (
    <footer className={styles.keys} aria-label={t('keys')}>
      <div className={styles.listed}>
        {shown
          .filter(([name]) => name !== FIND)
          .map(([name, binding]) => (
            <Key key={name} name={name} binding={binding} />
          ))}
      </div>
      {find !== undefined && <Key name={FIND} binding={find} />}
    </footer>
  )
}

type KeyProps = { readonly name: string; readonly binding: KeyBinding }

function Key({ name, binding: { label, run, disabled, active } }: KeyProps) {
  return (
    <button
      type="button"
      className={styles.command}
      tabIndex={-1}
      aria-disabled={disabled === true || undefined}
      data-on={active === true || undefined}
      onClick={() => disabled !== true && run()}
    >
      <Kbd>{keyCaption(name)}</Kbd>
      {label}
    </button>
  )
}
