import { branchTime, todayIn } from '../../shared/rules/branch-time.ts'
import { formatExactTime, formatTime, withOffsetBeside } from '../i18n/dates.ts'
import { useSession } from './use-session.ts'

/** The branch's calendar and clock. Before a branch is set up there is none, and UTC stands in. */
export function useBranchTime() {
  const timeZone = useSession().branch?.timeZone ?? 'UTC'
  return {
    timeZone,
    today: () => todayIn(timeZone),
    time: (isoTime: string) => withOffsetBeside(formatTime(isoTime, timeZone)),
    exactTime: (isoTime: string) => withOffsetBeside(formatExactTime(isoTime, timeZone)),
    /** The branch's calendar day of an instant. */
    day: (isoTime: string) => branchTime(new Date(isoTime), timeZone).date,
  }
}
