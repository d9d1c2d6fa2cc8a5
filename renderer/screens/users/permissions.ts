import { contract, type CallName } from '../../../shared/contract.ts'
import { ROLES, type Role } from '../../../shared/contract/define.ts'
import { mayCall } from '../../../shared/contract/may-call.ts'

export type Permission = {
  readonly name: CallName
  readonly anyone: boolean
  readonly roles: readonly Role[]
}

const isCallName = (name: string): name is CallName => Object.hasOwn(contract, name)

/** The roles of people, without the one for programs. */
export const STAFF_ROLES = ROLES.filter((role) => role !== 'API_USER')

/** Who may call what, by area, from the contract that the main process enforces. */
export function permissionsByArea(): readonly {
  readonly area: string
  readonly permissions: readonly Permission[]
}[] {
  const names = Object.keys(contract).filter(isCallName)
  const areas = [...new Set(names.map((name) => name.slice(0, name.indexOf('.'))))]
  const byArea = areas.map((area) => ({
    area,
    permissions: names
      .filter((name) => name.startsWith(`${area}.`))
      .map((name) => ({
        name,
        anyone: contract[name].roles === 'anyone',
        roles: ROLES.filter((role) => mayCall(role, name)),
      })),
  }))
  // Areas that are open to every role do not distinguish roles, so they come last.
  const forAll = ({ permissions }: (typeof byArea)[number]) =>
    permissions.every(({ roles }) => roles.length === ROLES.length)
  return [...byArea.filter((area) => !forAll(area)), ...byArea.filter(forAll)]
}
