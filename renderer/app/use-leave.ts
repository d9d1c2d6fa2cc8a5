import { useTranslation } from 'react-i18next'
import { askFirst, withdrawQuestion } from '../feedback/ask-first.ts'
import { askToLose, holdsFiles, unsavedField, type LosingBy } from '../keyboard/typed-text.ts'
import { useGo, type ScreenSearch } from './navigate.ts'

/** Leaving what is open without losing unasked what was typed or chosen there. */
export function useLeave() {
  const { t } = useTranslation('shell')
  return {
    /** By a key, which is pressed by mistake more easily than a button: never over what would be lost. */
    byKey: (leave: () => void) => {
      const part = unsavedField('leaving')
      if (part === null) return leaveNow(leave)
      askFirst(t(holdsFiles(part) ? 'chosenHere' : 'typedHere'))
      part.focus()
    },
    /** By a button: asks, and the second press of the same button is the answer. `to` names where it leads. */
    asked: (to: string, leave: () => void, by: LosingBy = 'leaving') => {
      const part = askToLose(to, by)
      if (part === null) leaveNow(leave)
      else
        askFirst(t(holdsFiles(part) ? 'leaveChosen' : part === document.body ? 'leaveDraft' : 'leaveTyped'))
    },
  }
}

function leaveNow(leave: () => void): void {
  withdrawQuestion()
  leave()
}

/** Opens a screen by a button or out of a list: asks where something would be lost. */
export function useAskedGo() {
  const go = useGo()
  const { asked } = useLeave()
  return (path: string, search: ScreenSearch = {}) =>
    asked(`${path} ${JSON.stringify(search)}`, () => go(path, search))
}
