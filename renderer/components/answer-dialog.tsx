import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useSession } from '../calls/use-session.ts'

type Props = {
  /** What the screen reader calls it. */
  readonly title: string
  readonly opened: boolean
  /** Its width, in pixels. */
  readonly size: number
  /** Around what it holds, where that has no margin of its own. */
  readonly padding?: number
  /** From the top, where it stands higher than in the middle. */
  readonly yOffset?: number
  readonly children: ReactNode
}

/** Over a screen that waits for an answer: nothing but one of its own buttons closes it, and a locked window does not show it. */
export function AnswerDialog({ title, opened, children, ...place }: Props) {
  const { stage } = useSession()
  return (
    <Modal
      opened={opened && stage === 'ready'}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      attributes={{ content: { 'aria-label': title } }}
      lockScroll={false}
      radius={8}
      shadow="none"
      overlayProps={{ backgroundOpacity: 0.4, color: '#0C121B' }}
      transitionProps={{ duration: 0 }}
      {...place}
    >
      {children}
    </Modal>
  )
}
