import { useTranslation } from 'react-i18next'
import { notify } from '../feedback/notify.ts'
import { askToLose, holdsFiles, unsavedField, type LosingBy } from '../keyboard/typed-text.ts'
import { useGo, type ScreenSearch } from './navigate.ts'

/** Leaving what is open without losing unasked what was typed or chosen there. */
export function useLeave() {
  const { t } = useTranslation('shell')
  return {
    /** By a key, which is pressed by mistake more easily than a button: never over what would be lost. */
    byKey: (leave: () => void) => {
      const part = unsavedField('leaving')
      if (part === null) return leave()
      notify(t(holdsFiles(part) ? 'chosenHere' : 'typedHere'))
      part.focus()
    },
    /** By a button: asks, and the second press of the same button is the answer. `to` names where it leads. */
    asked: (to: string, leave: () => void, by: LosingBy = 'leaving') => {
      const part = askToLose(to, by)
      if (part === null) leave()
      else notify(t(holdsFiles(part) ? 'leaveChosen' : 'leaveTyped'))
    },
  }
}

/** Opens a screen by a button or out of a list: asks where something would be lost. */
export function useAskedGo() {
  const go = useGo()
  const { asked } = useLeave()
  return (path: string, search: ScreenSearch = {}) =>
    asked(`${path} ${JSON.stringify(search)}`, () => go(path, search))
}
