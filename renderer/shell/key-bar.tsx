import { Kbd } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { keyCaption, liveLayers, useKeyLayers, type KeyBinding } from '../keyboard/keys.ts'
import layout from '../theme/layout.module.css'
import styles from './key-bar.module.css'

/** F-keys by number, then the others in the order of the screen; Find stands last. */
const rank = (name: string) => (/^F\d+$/.test(name) ? Number(name.slice(1)) : name === 'Ctrl+K' ? 1000 : 100)

/** What every key does now. Each is a button too, for work with the mouse. */
export function KeyBar() {
  const { t } = useTranslation('shell')
  const layers = useKeyLayers((state) => state.layers)
  const merged = new Map<string, KeyBinding>()
  for (const layer of liveLayers(layers))
    for (const [name, binding] of Object.entries(layer.bindings)) merged.set(name, binding)
  const shown = [...merged].filter(([, { quiet }]) => quiet !== true).sort(([a], [b]) => rank(a) - rank(b))
  return (
    <footer className={styles.keys} aria-label={t('keys')}>
      {shown.map(([name, { label, run, disabled, active }]) => (
        <Key key={name} far={name === 'Ctrl+K'}>
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
        </Key>
      ))}
    </footer>
  )
}

function Key({ far, children }: { readonly far: boolean; readonly children: React.ReactNode }) {
  return (
    <>
      {far && <div className={layout.grow} />}
      {children}
    </>
  )
}
