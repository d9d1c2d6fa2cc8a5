import { Kbd } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { keyCaption, liveLayers, mergedKeys, useKeyLayers, type KeyBinding } from '../keyboard/keys.ts'
import type { Yielding } from './fitting-keys.ts'
import { useFittingKeys } from './use-fitting-keys.ts'
import styles from './key-bar.module.css'

const FIND = 'Ctrl+K'
const HELP = 'F1'

/** F-keys by number, then the others in the order of the screen. */
const rank = (name: string) => (/^F\d+$/.test(name) ? Number(name.slice(1)) : 100)

/** Help stays; the other keys of the frame yield to those of the screen, as do those that matter less. */
const yielding = (
  name: string,
  { minor }: KeyBinding,
  ofScreen: ReadonlyMap<string, KeyBinding>,
): Yielding => {
  if (minor === true) return 'minor'
  return ofScreen.has(name) || name === HELP ? 'never' : 'frame'
}

/** What every key does now. Each is a button too, for work with the mouse. Keys for which there is no room stand in the help. */
export function KeyBar() {
  const { t } = useTranslation('shell')
  const live = liveLayers(useKeyLayers((state) => state.layers))
  const merged = mergedKeys(live)
  const ofScreen = mergedKeys(live.filter(({ everywhere }) => !everywhere))
  const listed = [...merged]
    .filter(([name, { quiet }]) => quiet !== true && name !== FIND)
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([name, binding]) => ({ name, binding, yields: yielding(name, binding, ofScreen) }))
  const list = useFittingKeys(listed)
  const find = merged.get(FIND)
  return (
    <footer className={styles.keys} aria-label={t('keys')}>
      <div className={styles.listed} ref={list}>
        {listed.map(({ name, binding }) => (
          <Key key={name} name={name} binding={binding} />
        ))}
      </div>
      {find !== undefined && <Key name={FIND} binding={find} />}
    </footer>
  )
}

type KeyProps = { readonly name: string; readonly binding: KeyBinding }

function Key({ name, binding: { label, short = label, run, disabled, active } }: KeyProps) {
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
      {short}
    </button>
  )
}
