import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launchBranch } from './support/begin.ts'
import { newFolder } from './support/folders.ts'
import type { Teller } from './support/launch.ts'

// What a script injected into the page could try. The policy and the main process refuse all of it.

let teller: Teller

test.describe.configure({ mode: 'default' }) // one window for all
test.beforeAll(async () => {
  teller = await launchBranch({ hostile: true })
})
test.afterAll(() => teller.close())

test('the application has no menu, whose keys would load the page again or close the window', async () => {
  expect(await teller.app.evaluate(({ Menu }) => Menu.getApplicationMenu())).toBeNull()
})

/** What trying this in the page ends with; a page that was changed by it says so on its body. */
const tried = (attack: () => void): Promise<string> =>
  teller.page.evaluate(attack).then(
    () => teller.page.evaluate(() => document.body.dataset['attacked'] ?? 'nothing'),
    (error: Error) => (error.message.includes('TypeError') ? 'TypeError' : error.message),
  )

test('the bridge has three parts, and nothing that it answers leads behind it', async () => {
  const found = await teller.page.evaluate(() => {
    const { corex } = window as unknown as {
      corex: { on: (event: string, listener: () => void) => () => unknown }
    }
    return [Object.keys(corex).toSorted(), String(corex.on('session.changed', () => {})())]
  })
  expect(found).toEqual([['invoke', 'on', 'page'], 'undefined'])
})

test('an injected script element does not run, however its text comes in', async () => {
  const assigned = await tried(() => {
    document.body.append(
      Object.assign(document.createElement('script'), { text: 'document.body.dataset.attacked = "yes"' }),
    )
  })
  const appended = await tried(() => {
    const script = document.createElement('script')
    script.append('document.body.dataset.attacked = "yes"')
    document.body.append(script)
  })
  expect([assigned, appended]).toEqual(['TypeError', 'nothing'])
})

test('no address becomes a script or a thread', async () => {
  const script = await tried(() => {
    document.createElement('script').src = 'https://example.com/x.js'
  })
  const own = await tried(() => {
    document.createElement('script').src = 'assets/index.js'
  })
  const thread = await tried(() => void new Worker('assets/index.js'))
  expect([script, own, thread]).toEqual(['TypeError', 'TypeError', 'TypeError'])
})

test('no text becomes markup, or a handler', async () => {
  const markup = await tried(() => {
    document.body.lastElementChild?.insertAdjacentHTML('beforeend', '<b>x</b>')
  })
  const handler = await tried(() => {
    document.createElement('button').setAttribute('onclick', 'document.body.dataset.attacked = "yes"')
  })
  expect([markup, handler]).toEqual(['TypeError', 'TypeError'])
})

test('nobody makes another policy by which text would be trusted', async () => {
  const outcomes = await teller.page.evaluate(() => {
    const trusted: unknown = Reflect.get(window, 'trustedTypes')
    if (!(trusted instanceof Object)) return ['not there']
    const make: unknown = Reflect.get(trusted, 'createPolicy')
    return ['default', 'own-worker', 'mine'].map((name) => {
      try {
        if (typeof make === 'function') make.call(trusted, name, { createScriptURL: String })
        return 'made'
      } catch (error) {
        return error instanceof TypeError ? 'refused' : String(error)
      }
    })
  })
  expect(outcomes).toEqual(['refused', 'refused', 'refused'])
})

test('text is never evaluated as code', async () => {
  // Outside the debugger's own call, which the policy does not cover.
  const outcome = await teller.page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        setTimeout(() => {
          try {
            const make = Object.getPrototypeOf(() => 1).constructor
            resolve(`evaluated: ${make('return 1')()}`)
          } catch (error) {
            resolve(error instanceof Error ? error.name : 'refused')
          }
        }, 0)
      }),
  )
  expect(outcome).toBe('EvalError')
})

test('nothing is fetched from elsewhere', async () => {
  const violated = await teller.page.evaluate(
    () =>
      new Promise((resolve) => {
        const report = (event: SecurityPolicyViolationEvent) => resolve(event.effectiveDirective)
        document.addEventListener('securitypolicyviolation', report, { once: true })
        fetch('https://example.com/').then(
          () => resolve('fetched'),
          () => undefined,
        )
      }),
  )
  expect(violated).toBe('connect-src')
})

test('the page cannot navigate elsewhere', async () => {
  const before = teller.page.url()
  await teller.page.evaluate(() => {
    location.href = 'https://example.com/'
  })
  await expect.poll(() => teller.page.evaluate(() => document.readyState)).toBe('complete')
  expect(teller.page.url()).toBe(before)
  await expect(teller.page.getByRole('heading').first()).toBeVisible()
})

test('no window opens and no frame loads', async () => {
  await teller.page.evaluate(() => {
    window.open('https://example.com/')
    const frame = document.createElement('iframe')
    frame.src = 'https://example.com/'
    document.body.append(frame)
  })
  await expect.poll(() => teller.app.windows().length).toBe(1)
  const loaded = teller.page.frames().filter((frame) => frame.url().startsWith('https://example.com'))
  expect(loaded).toEqual([])
})

test('no permission is granted to look, listen or locate', async () => {
  const states = await teller.page.evaluate(async () => {
    const names: PermissionName[] = ['geolocation', 'notifications']
    const found = await Promise.all(
      names.map(async (name) => (await navigator.permissions.query({ name })).state as string),
    )
    // Where no camera is asked for, pictures and sound are refused when they are used.
    for (const kind of [{ video: true }, { audio: true }])
      found.push(
        await navigator.mediaDevices.getUserMedia(kind).then(
          () => 'granted',
          (error: Error) => error.name,
        ),
      )
    return found
  })
  expect(states.slice(2)).toEqual(['NotAllowedError', 'NotAllowedError'])
  expect(states).not.toContain('granted')
})

test('a request from a page that is not ours is refused', async () => {
  const answer = await teller.app.evaluate(async ({ BrowserWindow }) => {
    const foreignWindow = new BrowserWindow({
      show: false,
      webPreferences: { preload: `${process.cwd()}/out/preload/preload.cjs` },
    })
    await foreignWindow.loadURL('app://teller/index.html')
    const said: unknown = await foreignWindow.webContents.executeJavaScript(
      "corex.invoke('session.current', {})",
    )
    foreignWindow.destroy()
    return said
  })
  expect(answer).toEqual({ ok: false, error: { code: 'FORBIDDEN' } })
})

test('a screen whose process has ended comes back by itself', async () => {
  await teller.app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        contents?.once('did-finish-load', () => resolve())
        contents?.forcefullyCrashRenderer()
      }),
  )
  // The double brings the screen back as another page.
  await expect.poll(() => teller.app.windows().at(-1)?.getByRole('heading').first().isVisible()).toBe(true)
})

test('an installed application that is told to take a debugger or to leave out the sandbox says so and ends', () => {
  const double = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? ''
  test.skip(!double.endsWith('double/bin'), 'only the double can say that it is installed')
  const env = { ...process.env, DOUBLE_PACKAGED: '1' }
  for (const given of ['--remote-debugging-port=0', '--no-sandbox', '--inspect=0']) {
    const data = newFolder()
    const args = ['.', `--user-data-dir=${data}`, given]
    const { status, stderr } = spawnSync(join(double, 'electron'), args, { env, encoding: 'utf8' })
    expect(stderr).toContain(`${given.split('=')[0]} is not taken by an installed application`)
    expect(status).toBe(64)
    expect(existsSync(join(data, 'database'))).toBe(false)
    rmSync(data, { recursive: true })
  }
})
