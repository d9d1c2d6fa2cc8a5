import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { defaultFolders } from '../../electron/db/default-folders.ts'
import { warningsOfComputer } from '../../electron/services/database/warnings-of-computer.ts'
import { temporaryFolder } from '../db/fixtures/temporary-folder.ts'

/** Where a computer keeps what is the application's, how well, and what people are told of it. */

const keyring = vi.hoisted(() => ({ available: true, backend: 'gnome_libsecret' }))
vi.mock('electron', () => ({
  safeStorage: {
    isEncryptionAvailable: () => keyring.available,
    getSelectedStorageBackend: () => keyring.backend,
    encryptString: (text: string) => Buffer.from(text).swap16(),
    decryptString: (bytes: Buffer) => Buffer.from(bytes).swap16().toString(),
  },
}))
const { secretBox } = await import('../../electron/secret-box.ts')

/** Which folder is chosen where these files are there, and what is said of it. */
async function windows(...used: readonly string[]) {
  const folder = await temporaryFolder()
  const env = { APPDATA: join(folder.path, 'Roaming'), LOCALAPPDATA: join(folder.path, 'Local') }
  await mkdir(join(env.APPDATA, 'CoreX Teller/logs'), { recursive: true }) // Electron makes one before it asks anybody
  for (const file of used) {
    await mkdir(join(folder.path, file, '..'), { recursive: true })
    await writeFile(join(folder.path, file), '')
  }
  const { settingsFolder, dataFolder } = defaultFolders(env, 'win32')
  const warned = warningsOfComputer({ secretBox, settingsFolder, env }, 'win32')
  await folder[Symbol.asyncDispose]()
  expect(dataFolder).toBe(join(settingsFolder, 'database'))
  return { at: settingsFolder.slice(folder.path.length + 1), warned }
}

describe('on Windows the data is', () => {
  test('on the computer itself, and in no profile that is copied from one to another', async () => {
    expect(await windows()).toEqual({ at: 'Local/CoreX Teller', warned: [] })
  })

  test.each(['connection.json', 'database/cluster/PG_VERSION'])(
    'where an older version began it, with a warning: %s',
    async (file) => {
      const found = await windows(`Roaming/CoreX Teller/${file}`)
      expect(found).toEqual({ at: 'Roaming/CoreX Teller', warned: ['DATA_IN_ROAMING_PROFILE'] })
    },
  )

  test('where this version began it, whatever another computer copies into the profile later', async () => {
    const both = ['Local', 'Roaming'].map((part) => `${part}/CoreX Teller/connection.json`)
    expect(await windows(...both)).toEqual({ at: 'Local/CoreX Teller', warned: [] })
  })

  test('found where the environment says nothing', () => {
    expect(defaultFolders({}, 'win32').settingsFolder).toMatch(/AppData.Local.CoreX Teller$/)
    expect(defaultFolders({}, 'darwin').settingsFolder).toMatch(/Application Support.CoreX Teller$/)
  })
})

describe.runIf(process.platform === 'linux')('a secret', () => {
  const around = { secretBox, settingsFolder: '/none', env: {} }
  beforeEach(() => Object.assign(keyring, { available: true, backend: 'gnome_libsecret' }))

  test('is kept by the keyring', () => {
    expect(secretBox.encrypt('secret')).toBe(`keyring:${Buffer.from('esrcte').toString('base64')}`)
    expect(warningsOfComputer(around)).toEqual([])
  })

  test.each([
    ['a store whose password everybody knows', { backend: 'basic_text' }],
    ['none at all', { available: false }],
  ])('is not said to be, with %s, and people are told', (_what, state) => {
    const before = secretBox.encrypt('secret')
    Object.assign(keyring, state)
    expect(secretBox.encrypt('secret')).toBe(`plain:${Buffer.from('secret').toString('base64')}`)
    expect(warningsOfComputer(around)).toEqual(['SECRETS_IN_PLAIN'])
    expect([before, secretBox.encrypt('secret')].map(secretBox.decrypt)).toEqual(['secret', 'secret'])
  })
})
