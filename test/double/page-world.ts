/** The names of the events by which the two worlds of a page talk. Known to both halves, and to nothing that runs in the page. */
export type WorldEvents = { readonly up: string; readonly down: string }

/** A value that goes down into the page: `object` holds its parts in the same form, `function` and `promise` are known by a number. */
export type Given =
  | { readonly form: 'value'; readonly value: unknown }
  | { readonly form: 'function'; readonly id: number }
  | { readonly form: 'object'; readonly parts: Readonly<Record<string, Given>> }
  | { readonly form: 'promise' }
  | { readonly form: 'error'; readonly message: string }

export type Down =
  | { readonly kind: 'expose'; readonly key: string; readonly api: Given }
  | { readonly kind: 'returned'; readonly call: number; readonly given: Given }
  | { readonly kind: 'settled'; readonly call: number; readonly given: Given }
  | { readonly kind: 'listener'; readonly id: number; readonly value: unknown }

/** What the page asks for: a function of the bridge, with its own functions by their numbers, or a camera or a microphone. */
export type Up =
  | {
      readonly kind: 'call'
      readonly call: number
      readonly id: number
      readonly count: number
      readonly values: Readonly<Record<number, unknown>>
      readonly functions: Readonly<Record<number, number>>
    }
  | { readonly kind: 'media'; readonly call: number; readonly audio: boolean; readonly video: boolean }

/**
 * Runs in the page's own world before any of its scripts, as source text: the page's end of the bridge. Whatever the page changes later,
 * this has its own copies of what it uses, and its own objects inherit nothing. What it is sent is handed on after the event, because
 * `window.event` would tell the event's name. Values are copied between the worlds by Chromium itself.
 */
export function openPageWorld(names: WorldEvents): void {
  'use strict'
  if (window.top !== window) return
  const page = window
  const dispatch = page.dispatchEvent.bind(page)
  const { setPrototypeOf, defineProperty, freeze, keys } = Object
  const { apply } = Reflect
  const later = queueMicrotask
  const [Message, Promised, Failure, Refusal] = [CustomEvent<unknown>, Promise<unknown>, Error, DOMException]
  const detail: unknown = Reflect.get(
    Object.getOwnPropertyDescriptor(Message.prototype, 'detail') ?? {},
    'get',
  )
  const detailOf = typeof detail === 'function' ? detail : () => null
  const bare = <T extends object>(value: T): T => setPrototypeOf(value, null)
  type Settle = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }
  const waiting: Record<number, Settle | undefined> = bare({})
  const answers: Record<number, Given | undefined> = bare({})
  const listeners: Record<number, ((value: unknown) => void) | undefined> = bare({})
  let number = 0

  const say = (up: Up) => dispatch(new Message(names.up, bare({ detail: bare(up), bubbles: false })))

  const answered = (call: number): unknown => {
    const given = answers[call]
    delete answers[call]
    if (given === undefined) throw new Failure('An object could not be cloned.')
    if (given.form === 'error') throw new Failure(given.message)
    if (given.form !== 'promise') return made(given)
    return new Promised((resolve, reject) => {
      waiting[call] = bare({ resolve, reject })
    })
  }

  const callable =
    (id: number) =>
    (...args: readonly unknown[]): unknown => {
      const call = (number += 1)
      const values: Record<number, unknown> = bare({})
      const functions: Record<number, number> = bare({})
      for (let at = 0; at < args.length; at += 1) {
        const arg = args[at]
        if (typeof arg === 'function') {
          const own = (number += 1)
          listeners[own] = (value) => void apply(arg, undefined, [value])
          functions[at] = own
        } else values[at] = arg
      }
      say({ kind: 'call', call, id, count: args.length, values, functions })
      return answered(call)
    }

  const made = (given: Given): unknown => {
    if (given.form === 'function') return callable(given.id)
    if (given.form === 'value') return given.value
    if (given.form !== 'object') return undefined
    const object = {}
    const all = keys(given.parts)
    for (let at = 0; at < all.length; at += 1) {
      const name = all[at] ?? ''
      const part = given.parts[name]
      if (part !== undefined) defineProperty(object, name, bare({ value: made(part), enumerable: true }))
    }
    return freeze(object)
  }

  const settle = (call: number, given: Given) => {
    const settling = waiting[call]
    delete waiting[call]
    if (given.form === 'error') settling?.reject(new Failure(given.message))
    else settling?.resolve(made(given))
  }

  const take = (event: Event) => {
    const down = apply(detailOf, event, []) as Down | null
    if (down === null) return
    if (down.kind === 'returned') answers[down.call] = down.given
    else if (down.kind === 'settled') later(() => settle(down.call, down.given))
    else if (down.kind === 'listener') later(() => listeners[down.id]?.(down.value))
    else defineProperty(page, down.key, bare({ value: made(down.api), enumerable: true }))
  }
  page.addEventListener(names.down, take)

  // Camera and microphone are asked for when they are used, as in Electron, and not once for the page.
  const devices: MediaDevices | undefined = navigator.mediaDevices
  if (devices === undefined) return
  const open = devices.getUserMedia.bind(devices)
  const ask = (
    wanted: MediaStreamConstraints,
    resolve: (value: unknown) => void,
    reject: (error: Error) => void,
  ) => {
    const call = (number += 1)
    const decide = (allowed: unknown) =>
      allowed === true ? resolve(open(wanted)) : reject(new Refusal('Permission denied', 'NotAllowedError'))
    waiting[call] = bare({ resolve: decide, reject })
    say({ kind: 'media', call, audio: Boolean(wanted.audio), video: Boolean(wanted.video) })
    delete answers[call]
  }
  devices.getUserMedia = (wanted = {}) =>
    new Promised((resolve, reject) => ask(wanted, resolve, reject)) as Promise<MediaStream>
}
