import type { ReactNode } from 'react'
import { FailureNote } from '../failure-note.tsx'
import { LeaveButton, SubmitButton } from './form-buttons.tsx'
import { enterKey, useFormKeys, useHeldSubmit, type FormProps } from './form-actions.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import styles from '../panel.module.css'

type Props = FormProps & {
  readonly title: ReactNode
  /** It is all that the window shows: its title is the heading of the page. */
  readonly isPage?: boolean
  /** `foot`: the button stays in sight while the fields scroll. `flow`: it follows the last field, for short forms. */
  readonly buttons?: 'foot' | 'flow'
  /** What stands beneath the buttons of a form whose buttons flow. */
  readonly after?: ReactNode
}

/**
 * The form that fills a column: head with its title, fields that scroll, what was refused, and the submitting button.
 * Ctrl+Enter submits and Escape leaves. With `buttons: 'foot'` the leaving button stands in the head, with `flow`
 * beneath the submitting one.
 */
export function PanelForm({
  title,
  isPage = false,
  buttons = 'foot',
  enter = 'moves-on',
  after,
  children,
  ...form
}: Props) {
  const { leave } = form
  const submit = useHeldSubmit(form.submit)
  useFormKeys(submit, leave)
  const actions = <Actions {...form} submit={submit} submits={enter === 'submits'} />
  return (
    <form className={styles.panel} {...enterKey(enter, submit)}>
      <header className={styles.head}>
        {isPage ? <h1>{title}</h1> : <h2>{title}</h2>}
        <span className={layout.grow} />
        {buttons === 'foot' && leave !== undefined && <LeaveButton action={leave} />}
      </header>
      <div className={classes(layout.scroll, layout.padded)}>
        <div className={layout.stack}>
          {children}
          {buttons === 'flow' && actions}
          {buttons === 'flow' && leave !== undefined && <LeaveButton action={leave} fullWidth />}
          {after}
        </div>
      </div>
      {buttons === 'foot' && <div className={classes(layout.stack, styles.foot)}>{actions}</div>}
    </form>
  )
}

type ActionsProps = Pick<FormProps, 'submit' | 'failure' | 'notes'> & { readonly submits: boolean }

function Actions({ submit, failure = null, notes, submits }: ActionsProps) {
  return (
    <>
      {notes}
      <FailureNote failure={failure} />
      <SubmitButton action={submit} submits={submits} large />
    </>
  )
}
