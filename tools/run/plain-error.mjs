/** An error whose message is a sentence for the person who started the hub: shown as it is, without a stack. */
export class PlainError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message)
    this.name = 'PlainError'
  }
}
