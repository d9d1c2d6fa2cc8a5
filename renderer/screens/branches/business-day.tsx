import type { SessionView } from '../../../shared/contract/sessions.ts'
import type { TillRow } from '../../../shared/contract/tills.ts'
import type { Answer } from '../../calls/answer.ts'
import { CloseDay } from './close-day.tsx'
import { OpenDay } from './open-day.tsx'

type Props = {
  readonly branch: NonNullable<SessionView['branch']>
  /** The tills that are held; unknown until they are read. */
  readonly held: Answer<readonly TillRow[]>
}

/** Closes the open day, or opens the next one. */
export function BusinessDay({ branch, held }: Props) {
  return branch.dayOpen ? (
    <CloseDay businessDate={branch.businessDate} held={held} />
  ) : (
    <OpenDay last={branch.businessDate} />
  )
}
