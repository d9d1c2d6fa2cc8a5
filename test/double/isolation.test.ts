import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** What a script in the page can try against the preload and its way to the main process: with context isolation nothing is within its reach. */

const root = fileURLToPath(new URL('../..', import.meta.url))
const userData = mkdtempSync(join(tmpdir(), 'isolation-'))
process.env['ELECTRON_OVERRIDE_DIST_PATH'] = join(root, 'test/double/bin')

let app: ElectronApplication
let page: Page

beforeAll(async () => {
  app = await _electron.launch({ cwd: root, args: ['test/double/fixture', `--user-data-dir=${userData}`] })
  page = await app.firstWindow()
  await page.waitForSelector('#out')
})
afterAll(async () => {
  await app.close()
  rmSync(userData, { recursive: true, force: true })
})

test('the page finds the bridge and nothing else that a browser does not have', async () => {
  const added = await page.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const plain = new Set(Object.getOwnPropertyNames(frame.contentWindow))
    const own = (Reflect.get(window, 'found') as string[]).filter((name) => !plain.has(name))
    const inFrame = ['fixture', 'electronDouble', ...own].filter(
      (name) => Reflect.get(frame.contentWindow ?? {}, name) !== undefined,
    )
    frame.remove()
    return { own, inFrame }
  })
  expect(added).toEqual({ own: ['fixture', 'loaded'], inFrame: [] })
})

test('no function of the window is anybody’s but the browser’s, and the bridge cannot be replaced', async () => {
  const outcome = await page.evaluate(() => {
    const written = (Reflect.get(window, 'found') as string[]).filter((name) => {
      const value: unknown = Reflect.get(window, name)
      return typeof value === 'function' && !Function.prototype.toString.call(value).includes('[native code]')
    })
    const replaced = [
      Reflect.set(window, 'fixture', {}),
      Reflect.deleteProperty(window, 'fixture'),
      Reflect.set(window.fixture, 'invoke', () => 'mine'),
      Reflect.set(window.fixture, 'more', 1),
    ]
    return { written, replaced }
  })
  expect(outcome).toEqual({ written: [], replaced: [false, false, false, false] })
})

/** Puts a spy in the place of every method of the built-ins that a bridge may use, and of what objects inherit, and asks something. */
const askUnderSpies = () =>
  page.evaluate(async () => {
    const { apply, defineProperty, getOwnPropertyDescriptor, ownKeys, deleteProperty } = Reflect
    const undo: (() => void)[] = []
    const seen = new Set<string>()
    const note = seen.add.bind(seen)
    let watching = false
    const spyOn = (owner: object, key: string | symbol, name: string) => {
      const before = getOwnPropertyDescriptor(owner, key)
      if (before?.configurable !== true || key === 'constructor') return
      const [value, get]: unknown[] = [before.value, Reflect.get(before, 'get')]
      const instead = (run: Function) =>
        function (this: unknown, ...args: unknown[]): unknown {
          if (watching) note(name)
          return apply(run, this, args)
        }
      if (typeof value === 'function') defineProperty(owner, key, { ...before, value: instead(value) })
      else if (typeof get === 'function') defineProperty(owner, key, { ...before, get: instead(get) })
      undo.push(() => defineProperty(owner, key, before))
    }
    const trap = (key: string) => {
      const told = () => void (watching && note(key))
      defineProperty(Object.prototype, key, { configurable: true, get: told, set: told })
      undo.push(() => deleteProperty(Object.prototype, key))
    }
    const types = { Array, Map, Set, Promise, EventTarget, CustomEvent, Event, Object, Function, String }
    for (const [name, { prototype }] of Object.entries(types))
      for (const key of ownKeys(prototype)) spyOn(prototype, key, `${name}.prototype.${String(key)}`)
    for (const [name, owner] of Object.entries({ JSON, Reflect, Object, Array, Promise }))
      for (const key of ownKeys(owner)) spyOn(owner, key, `${name}.${String(key)}`)
    for (const key of 'detail bubbles toJSON kind values form 0 1'.split(' ')) trap(key)
    const { fixture } = window
    watching = true
    const asked = fixture.invoke('echo', 'half a million')
    const answer = await asked
    watching = false
    for (const putBack of undo) putBack()
    return { seen: [...seen], answer }
  })

test('a page that has changed every prototype sees nothing of a call, and alters nothing', async () => {
  expect(await askUnderSpies()).toEqual({ seen: [], answer: 'half a million' })
})

test('nothing that the page runs learns of the event that brings a message', async () => {
  const events = await page.evaluate(async () => {
    const told: unknown[] = []
    // An answer that is an object is asked whether it is a promise, while it is handed on.
    const key = 'neht'.split('').toReversed().join('')
    const get = () => void told.push(window.event)
    Reflect.defineProperty(Object.prototype, key, { configurable: true, get })
    const ticked = new Promise<void>((resolve) => {
      window.fixture.on(() => {
        told.push(window.event)
        resolve()
      })
    })
    await window.fixture.invoke('echo', { an: 'object' })
    await window.fixture.invoke('tick', 'now')
    await ticked
    Reflect.deleteProperty(Object.prototype, key)
    return told.map((event) => (event instanceof Event ? event.type : 'none'))
  })
  expect(events.length).toBeGreaterThan(1)
  expect(new Set(events)).toEqual(new Set(['none']))
})

test('what the page sends holds no function and is a copy', async () => {
  const outcome = await page.evaluate(async () => {
    const given = { list: [1, 2] }
    const asked = window.fixture.invoke('echo', given)
    given.list.push(3)
    const refused = await Promise.resolve()
      .then(() => window.fixture.invoke('echo', { inside: () => 1 }))
      .then(String, (error: Error) => error.message)
    return { back: await asked, refused }
  })
  expect(outcome.back).toEqual({ list: [1, 2] })
  expect(outcome.refused).toContain('could not be cloned')
})
