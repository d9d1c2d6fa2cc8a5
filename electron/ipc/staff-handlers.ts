import {
  listBranches,
  proposeChange,
  proposeClosing,
  proposeNew,
} from '../services/branches/bank-branches.ts'
import { exportChanges, exportReview, listChanges, review } from '../services/users/staff-reports.ts'
import { proposeBranch } from '../services/users/propose-branch.ts'
import type { Handlers } from '../workplace.ts'

/** The reports about the staff, where somebody works and the branches of the bank, and the use case that answers each. */
export const staffHandlers = {
  'users.listChanges': listChanges,
  'users.exportChanges': exportChanges,
  'users.review': review,
  'users.exportReview': exportReview,
  'users.proposeBranch': proposeBranch,
  'branches.list': listBranches,
  'branches.propose': proposeNew,
  'branches.proposeChange': proposeChange,
  'branches.proposeClosing': proposeClosing,
} satisfies Partial<Handlers>
