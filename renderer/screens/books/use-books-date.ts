import { useState } from 'react'
import { todayIn } from '../../../shared/rules/branch-time.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { useSession } from '../../calls/use-session.ts'

/** The date of which the books are shown: at first the newest business date of the branch. */
export function useBooksDate() {
  const { branch } = useSession()
  const { timeZone } = useBranchTime()
  return useState(branch?.businessDate ?? todayIn(timeZone))
}
