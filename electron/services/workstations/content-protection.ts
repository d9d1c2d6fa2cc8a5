import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { ContentProtection } from '../../../shared/contract/workstations.ts'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase, Workplace } from '../../workplace.ts'

/** Electron asks Windows and macOS for it; no desktop of Linux has it. */
const HAVE_IT: readonly NodeJS.Platform[] = ['win32', 'darwin']

const fileShape = z.object({ format: z.literal(1), contentProtection: z.boolean() })
const fileIn = (folder: string) => join(folder, 'window-content.json')

/** What an administrator chose for this computer: no, where nothing was chosen or the file is damaged. */
async function chosen(folder: string): Promise<boolean> {
  try {
    return fileShape.parse(JSON.parse(await readFile(fileIn(folder), 'utf8'))).contentProtection
  } catch {
    return false
  }
}

/** Whether the window is left out of pictures of the screen, and who says so. A policy that cannot be read leaves out nothing that it may ask for. */
async function contentProtection({ options }: Workplace): Promise<ContentProtection> {
  const isSupported = HAVE_IT.includes(process.platform)
  const policy = await options.policy?.()
  if (policy?.ok === false) return { isOn: true, isSetByPolicy: true, isSupported }
  const set = policy?.value?.contentProtection ?? null
  if (set !== null) return { isOn: set, isSetByPolicy: true, isSupported }
  return { isOn: await chosen(options.settingsFolder), isSetByPolicy: false, isSupported }
}

/** Asks the window for what holds on this computer. */
export async function protectContent(workplace: Workplace): Promise<void> {
  const { isOn } = await contentProtection(workplace)
  workplace.options.protectWindow?.(isOn)
}

export const readProtection: UseCase<'workstations', 'readProtection'> = async (_, { workplace }) =>
  ok(await contentProtection(workplace))

/** Sets it for this computer, at once and from now on. */
export const setProtection: UseCase<'workstations', 'setProtection'> = async ({ isOn }, { workplace }) => {
  const { isSetByPolicy } = await contentProtection(workplace)
  if (isSetByPolicy) return fail('SET_BY_BANK')
  const { settingsFolder: folder } = workplace.options
  await mkdir(folder, { recursive: true })
  const draft = `${fileIn(folder)}.${process.pid}.new`
  await writeFile(draft, `${JSON.stringify({ format: 1, contentProtection: isOn })}\n`, { mode: 0o600 })
  await rename(draft, fileIn(folder))
  await protectContent(workplace)
  return ok({})
}
