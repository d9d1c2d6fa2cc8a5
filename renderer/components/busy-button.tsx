import { Button, Kbd, Loader, type ButtonProps } from '@mantine/core'
import type { ReactNode, Ref } from 'react'
import { keyCaption } from '../keyboard/keys.ts'
import { classes } from '../theme/classes.ts'
import styles from './buttons.module.css'

type Props = Pick<ButtonProps, 'size' | 'variant' | 'fullWidth' | 'leftSection' | 'color' | 'className'> & {
  readonly children: ReactNode
  readonly busy?: boolean
  /** Reachable and readable, but does nothing now. A natively disabled button would lose the focus. */
  readonly unavailable?: boolean
  readonly onClick?: () => void
  readonly type?: 'button' | 'submit'
  /** The key that does the same, drawn at the end. It is registered by `useKeys`, not here. */
  readonly keys?: string
  /** Has the focus when it appears. */
  readonly startHere?: boolean
  readonly ref?: Ref<HTMLButtonElement>
  readonly 'aria-describedby'?: string
  /** Begins with what stands on the button. */
  readonly 'aria-label'?: string
}

/** A button that shows that its action is running, cannot be pressed again meanwhile, and keeps the focus. */
export function BusyButton({
  busy = false,
  unavailable = false,
  onClick,
  type = 'button',
  keys,
  startHere = false,
  ...rest
}: Props) {
  const filled = rest.variant === undefined || rest.variant === 'filled'
  const caps = keys !== undefined && (
    <Kbd className={classes(styles.keycap, filled ? styles.keyOnFill : '')} aria-hidden>
      {keyCaption(keys)}
    </Kbd>
  )
  return (
    <Button
      {...rest}
      {...(startHere ? { autoFocus: true } : {})}
      type={type}
      aria-disabled={busy || unavailable || undefined}
      aria-busy={busy || undefined}
      data-off={unavailable || undefined}
      justify={keys !== undefined && rest.fullWidth === true ? 'space-between' : 'center'}
      rightSection={busy ? <Loader color="currentColor" aria-hidden /> : caps || undefined}
      onClick={(event) => {
        if (busy || unavailable) event.preventDefault()
        else onClick?.()
      }}
    />
  )
}
