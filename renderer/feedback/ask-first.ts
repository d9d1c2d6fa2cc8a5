import { notify } from './notify.ts'

let withdraw: (() => void) | null = null

/** Asks in a corner before something is left that would be lost; one question at a time. */
export function askFirst(message: string): void {
  withdraw?.()
  withdraw = notify(message)
}

/** It is left: the question is no longer true. */
export function withdrawQuestion(): void {
  withdraw?.()
  withdraw = null
}
