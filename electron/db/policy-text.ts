import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { lstat, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ok } from '../../shared/result.ts'
import { type Attempt, codeOf, fault } from './fault.ts'

export type PolicyText = { readonly file: string; readonly text: string }

const FILES: Partial<Record<NodeJS.Platform, string>> = {
  linux: '/etc/corex-teller/policy.json',
  darwin: '/Library/Application Support/CoreX Teller/policy.json',
}
/** The longest chain of certificates is far shorter. */
const LARGEST = 1_000_000
/** Only administrators write there: a folder beside it, such as ProgramData, takes files of everybody. */
const KEY = String.raw`HKLM\Software\Policies\CoreX Teller`
/** Not by a variable of the environment, which whoever starts the program sets. */
const REG = String.raw`C:\Windows\System32\reg.exe`

/** The text of the computer's policy, or null where there is none. `own` is a file of the user's while the application is developed. */
export async function readPolicyText(own?: string): Promise<Attempt<PolicyText | null>> {
  if (own !== undefined) return readTrusted(own, process.getuid?.() ?? 0)
  const file = FILES[process.platform]
  if (file !== undefined) return readTrusted(file, 0)
  return process.platform === 'win32' ? readRegistry() : ok(null)
}

/**
 * Reads a file that its owner alone can write, in a folder of which that is true as well. One that somebody else could have written is a fault and not
 * passed over: it was meant to be there.
 */
export async function readTrusted(file: string, owner: number): Promise<Attempt<PolicyText | null>> {
  try {
    const folder = await lstat(dirname(file))
    const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW)
    try {
      const found = await handle.stat()
      const isOwned = [found, folder].every(({ uid, mode }) => uid === owner && (mode & 0o022) === 0)
      if (!isOwned || !found.isFile() || folder.isSymbolicLink()) return fault('POLICY_NOT_TRUSTED', { file })
      if (found.size > LARGEST) return fault('POLICY_FAULTY', { file, part: 'size' })
      return ok({ file, text: await handle.readFile('utf8') })
    } finally {
      await handle.close()
    }
  } catch (error) {
    const code = codeOf(error) ?? ''
    if (code === 'ENOENT' || code === 'ENOTDIR') return ok(null)
    return fault(code === 'ELOOP' ? 'POLICY_NOT_TRUSTED' : 'POLICY_UNREADABLE', { file, reason: code })
  }
}

/** The value `Policy` of the key, the same JSON as one line of text. */
function readRegistry(): Promise<Attempt<PolicyText | null>> {
  return new Promise((resolve) => {
    execFile(REG, ['query', KEY, '/v', 'Policy', '/reg:64'], { windowsHide: true }, (error, output) => {
      if (error === null) resolve(policyIn(output))
      // reg.exe ends with 1 where there is no such key or value.
      else resolve(error.code === 1 ? ok(null) : fault('POLICY_UNREADABLE', { file: KEY }))
    })
  })
}

/** What reg.exe prints of a value of text. */
export function policyIn(output: string): Attempt<PolicyText | null> {
  const text = /^\s*Policy\s+REG_SZ\s+(.*)$/m.exec(output)?.[1]?.trim()
  return text === undefined ? fault('POLICY_FAULTY', { file: KEY, part: 'REG_SZ' }) : ok({ file: KEY, text })
}
