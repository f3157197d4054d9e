// Asks one costly question over and over, on two connections, whenever it is told to; tells how often it was answered and refused.
import { Agent, request } from 'node:http'

const [url = '', token = ''] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: 2 })
const body = JSON.stringify({
  query:
    '{ dossiers(first: 50) { edges { node { identity { surname } accommodations { needs { area } } careerSummary { aboutMe } applications { status } } } } }',
})
const told = { answered: 0, refused: 0 }
let going = false
let running = 0

const ask = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-purpose': 'INTAKE_TALK' }
    const sending = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume()
      response.once('end', () => resolve(response.statusCode ?? 0))
    })
    sending.on('error', reject)
    sending.end(body)
  })

async function loop(): Promise<void> {
  running++
  while (going) {
    if ((await ask()) === 429) told.refused++
    else told.answered++
  }
  if (--running === 0) process.send?.(told)
}

process.on('message', (word) => {
  going = word === 'go'
  if (going) for (let count = 0; count < 2; count++) void loop()
})
process.once('disconnect', () => process.exit(0))
process.send?.('ready')
