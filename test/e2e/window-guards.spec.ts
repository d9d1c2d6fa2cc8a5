import { expect, test } from '@playwright/test'
import { launchBranch } from './support/begin.ts'
import type { Teller } from './support/launch.ts'

// What a script injected into the page could try. The policy and the main process refuse all of it.

let teller: Teller

test.describe.configure({ mode: 'default' }) // one window for all
test.beforeAll(async () => {
  teller = await launchBranch()
})
test.afterAll(() => teller.close())

test('the application has no menu, whose keys would load the page again or close the window', async () => {
  expect(await teller.app.evaluate(({ Menu }) => Menu.getApplicationMenu())).toBeNull()
})

test('an injected script element does not run', async () => {
  const ran = await teller.page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'document.body.dataset.injected = "yes"'
    document.body.append(script)
    return document.body.dataset['injected']
  })
  expect(ran).toBeUndefined()
})

test('a script from elsewhere is not fetched', async () => {
  const outcome = await teller.page.evaluate(
    () =>
      new Promise((resolve) => {
        const script = document.createElement('script')
        script.src = 'https://example.com/x.js'
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
          once: true,
        })
        document.body.append(script)
      }),
  )
  expect(outcome).toBe('script-src-elem')
})

test('an inline handler does not run', async () => {
  const ran = await teller.page.evaluate(() => {
    const button = document.createElement('button')
    button.setAttribute('onclick', 'document.body.dataset.handled = "yes"')
    document.body.append(button)
    button.click()
    button.remove()
    return document.body.dataset['handled']
  })
  expect(ran).toBeUndefined()
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
