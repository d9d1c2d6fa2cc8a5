import type { FormEvent, ReactNode } from 'react'
import type { Failure } from '../../calls/api.ts'
import { enterLeavesChosen, enterMovesOn } from '../../keyboard/enter-moves-on.ts'
import { useWhenReady } from '../../keyboard/use-when-ready.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { useLeaveByKey } from './use-leave-by-key.ts'

/** What submits a form: its button and Ctrl+Enter. */
export type SubmitAction = {
  /** The verb on the button and in the key bar. */
  readonly label: string
  readonly run: () => void
  /** What it needs is on its way: a press is held, and answered when it has arrived. */
  readonly waiting?: boolean
  /** Is being sent: the button shows it, and neither the button nor the key sends it again. */
  readonly busy?: boolean
  /** Can be read and reached, but does nothing now. */
  readonly unavailable?: boolean
  /** For a key that differs from its button; without it, the key does nothing while busy or unavailable. */
  readonly keyDisabled?: boolean
  /** Drawn in the colour of danger. */
  readonly danger?: boolean
}

/** What submits a form, and what withdraws a press that is held. */
export type HeldAction = SubmitAction & { readonly withdraw: () => void }

/** What leaves a form without doing anything: its button and Escape. */
export type LeaveAction = {
  readonly label: string
  readonly run: () => void
  /** The button does nothing now. */
  readonly unavailable?: boolean
  /** For a key that differs from its button; without it, the key does nothing while the button is unavailable. */
  readonly keyDisabled?: boolean
  /** Stands in the key bar, and its key on the button. The help (F1) names it anyway. */
  readonly shown?: boolean
  /** Asks by itself before it drops anything. */
  readonly asks?: boolean
}

type EnterKey = 'moves-on' | 'submits'

/** What `PanelForm` and `InlineForm` have in common. */
export type FormProps = {
  readonly submit: SubmitAction
  readonly leave?: LeaveAction
  /** Why it was refused, unless that stands beside a field; see `showFailure`. */
  readonly failure?: Failure | null
  /** Stands above the failure, for what has to be read before submitting, such as an outcome that is not known. */
  readonly notes?: ReactNode
  /** Enter in a field goes on to the next one, because only the key submits; or it submits the form. */
  readonly enter?: EnterKey
  /** The fields. */
  readonly children: ReactNode
}

const isOff = ({ keyDisabled, busy, unavailable }: Omit<SubmitAction, 'label' | 'run'>) =>
  keyDisabled ?? (busy === true || unavailable === true)

/**
 * The action as a form offers it: while what it needs is on its way it can be pressed already, looks busy then, and runs as soon as
 * it can. What is typed meanwhile withdraws the press, because it was not meant for it.
 */
export function useHeldSubmit(action: SubmitAction): HeldAction {
  const { waiting: onItsWay = false, busy = false, run } = action
  const { waiting: isHeld, press, withdraw } = useWhenReady(!onItsWay, run)
  const held = { ...action, run: press, busy: busy || isHeld, withdraw }
  return onItsWay ? { ...held, unavailable: false, keyDisabled: isHeld } : held
}

/** Ctrl+Enter submits, unless the key is another form's, and Escape leaves, asking where that loses text, for as long as the form is shown, wherever the focus is. */
export function useFormKeys(submit: SubmitAction | null, leave?: LeaveAction): void {
  const leaveByKey = useLeaveByKey()
  useKeys({
    ...(submit === null
      ? {}
      : { 'Ctrl+Enter': { label: submit.label, run: submit.run, disabled: isOff(submit) } }),
    ...(leave === undefined
      ? {}
      : {
          Escape: {
            label: leave.label,
            run: leave.asks === true ? leave.run : () => leaveByKey(leave),
            disabled: isOff(leave),
            quiet: leave.shown !== true,
          },
        }),
  })
}

/** How a form takes the Enter key. Spread it on the `<form>`. */
export const enterKey = (enter: EnterKey, submit: HeldAction) => ({
  ...(enter === 'moves-on'
    ? { 'data-enter': enter, onKeyDown: enterMovesOn, onKeyDownCapture: enterLeavesChosen }
    : {}),
  onSubmit: (event: FormEvent) => {
    event.preventDefault()
    if (enter === 'submits') submit.run()
  },
  onInput: submit.withdraw,
  noValidate: true,
})
