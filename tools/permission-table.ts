import { contract } from '../shared/contract.ts'
import { ROLES } from '../shared/contract/define.ts'

/** Who may do what, as a Markdown table made from the contract itself: what the dispatcher enforces is what is shown. */
export function permissionTable(): string {
  const head = ['Area', 'Call', ...ROLES]
  const rows = Object.entries(contract).map(([name, { kind, roles }]) => {
    const [area = '', verb = ''] = name.split('.')
    const who =
      typeof roles === 'string'
        ? ROLES.map((role) => (role === 'API_USER' && roles !== 'anyone' ? '' : WORDS[roles]))
        : ROLES.map((role) => (has(roles, role) ? 'yes' : ''))
    return [area, `${inWords(verb)}${kind === 'query' ? ' (reads)' : ''}`, ...who]
  })
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

// An API user has no workplace: it is refused at sign-in.
const WORDS = { anyone: 'anyone', temporary: 'signed in', 'signed-in': 'signed in' } as const

const has = (roles: readonly string[], role: string) => roles.includes(role)

const inWords = (verb: string) => verb.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
