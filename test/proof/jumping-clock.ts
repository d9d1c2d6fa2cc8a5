/** Loaded by a workstation before its own code: its clock is wrong by PROOF_CLOCK_MS from the start, or from when its parent says so. */

const RightDate = Date
const wrongBy = Number(process.env['PROOF_CLOCK_MS'] ?? 0)
let shift = process.env['PROOF_CLOCK_AT_ONCE'] === undefined ? 0 : wrongBy
process.on('message', (message) => {
  if (message === 'jump') shift = wrongBy
})

globalThis.Date = new Proxy(RightDate, {
  construct: (target, given: unknown[]) =>
    Reflect.construct(target, given.length === 0 ? [RightDate.now() + shift] : given) as object,
  get: (target, name) => (name === 'now' ? () => RightDate.now() + shift : Reflect.get(target, name)),
})
