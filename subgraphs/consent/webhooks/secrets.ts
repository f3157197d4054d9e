import { keyFor, sealer } from '@doorstroomhub/kit/sealed.ts'
import { randomBytes } from 'node:crypto'

/** The secrets with which messages are signed: shown once, and sealed from then on. */
export interface WebhookSecrets {
  make(webhookId: string): { secret: string; sealed: Buffer }
  open(sealed: Uint8Array, webhookId: string): string
}

const BYTES = 32

export function webhookSecrets(secret: Uint8Array | undefined): WebhookSecrets {
  const { seal, open } = sealer(keyFor(secret, 'webhook secrets'))
  return {
    make(webhookId) {
      const made = `whsec_${randomBytes(BYTES).toString('base64')}`
      return { secret: made, sealed: seal(made, webhookId) }
    },
    open,
  }
}
