// Loaded before a program: the machine's clock is CLOCK_SHIFT_MS ahead (or behind).
const shift = Number(process.env['CLOCK_SHIFT_MS'])
const real = Date
const now = () => real.now() + shift
globalThis.Date = new Proxy(real, {
  construct: (target, given, as) => Reflect.construct(target, given.length === 0 ? [now()] : given, as),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
})
