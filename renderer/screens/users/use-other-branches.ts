import type { UserRow } from '../../../shared/contract/users.ts'
import { useQueryCall } from '../../calls/use-call.ts'

/** The branches where somebody does not work now, from the list that the screen shows anyway. */
export function useOtherBranches({ branchName }: UserRow) {
  const { answer } = useQueryCall('users.list', {})
  return answer.state === 'known' ? answer.value.branches.filter(({ name }) => name !== branchName) : []
}
