import type { Access, AccessReview, StaffChange } from '../../shared/contract/staff-reports.ts'
import { isoTimeIn } from '../../shared/rules/branch-time.ts'
import { quotedCell, withoutFormula } from '../../shared/rules/csv.ts'

/** RFC 4180, UTF-8 with a byte order mark, without words of any language, so that another program can compare two of them. */
function csvOf(rows: readonly (readonly string[])[]): Uint8Array {
  const text = rows.map((cells) => `${cells.map((cell) => quotedCell(withoutFormula(cell))).join(',')}\r\n`)
  return new TextEncoder().encode(`\ufeff${text.join('')}`)
}

const clockOf = (timeZone: string) => (at: string | null) =>
  at === null ? '' : isoTimeIn(timeZone, new Date(at))

const CHANGE_HEADS = [
  'at',
  'change',
  'full_name',
  'username',
  'role',
  'role_before',
  'branch',
  'branch_before',
  'done_or_proposed_by',
  'proposed_at',
  'approved_by',
  'user_id',
]

/** Who joined, moved and left, a change a line, with times by the branch's clock. */
export function renderStaffChangesCsv(changes: readonly StaffChange[], timeZone: string): Uint8Array {
  const clock = clockOf(timeZone)
  const lines = changes.map((change) => [
    clock(change.at),
    change.what,
    change.fullName,
    change.username,
    change.role,
    change.roleBefore ?? '',
    change.branch,
    change.branchBefore ?? '',
    change.by ?? '',
    clock(change.proposedAt),
    change.approvedBy ?? '',
    change.userId,
  ])
  return csvOf([CHANGE_HEADS, ...lines])
}

const ACCESS_HEADS = [
  'as_of',
  'full_name',
  'username',
  'email',
  'branch',
  'role',
  'decides',
  'status',
  'limits',
  'second_factor',
  'temporary_password',
  'joined_at',
  'last_sign_in',
  'last_use',
  'open_sessions',
  'workstations',
  'user_id',
]

const limitText = ({ transactionType, perPosting, perDay, currency }: Access['limits'][number]) =>
  `${transactionType} ${perPosting} ${currency} per posting and ${perDay} per day`

/** Who has access to what, a person a line; the moment for which it holds stands in each, so that it stays where lines are copied. */
export function renderAccessCsv({ at, people }: AccessReview, timeZone: string): Uint8Array {
  const clock = clockOf(timeZone)
  const lines = people.map((person) => [
    clock(at),
    person.fullName,
    person.username,
    person.email,
    person.branch,
    person.role,
    person.decides ? 'yes' : 'no',
    person.status,
    person.limits.map(limitText).join('; '),
    person.secondFactor,
    person.temporaryPassword ? 'yes' : 'no',
    clock(person.joinedAt),
    clock(person.lastSignIn),
    clock(person.lastUse),
    String(person.sessions),
    person.workstations.join('; '),
    person.id,
  ])
  return csvOf([ACCESS_HEADS, ...lines])
}
