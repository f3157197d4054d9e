import {
  checkFile,
  sendFile,
  writeFile,
  type AskGraph,
  type FileToSend,
  type ImportSeen,
} from '@doorstroomhub/gateway/import/client.ts'
import type { Person } from '../world.ts'

/** The graph as this person asks it, for the client that `npm run import` uses too. */
export const asks =
  (person: Person): AskGraph =>
  async (query, variables) => {
    const { data, errors, text } = await person.query(query, variables)
    if (errors.length > 0) throw new Error(text)
    return data as Record<string, unknown>
  }

export const bytesOf = (text: string, encoding: 'utf8' | 'latin1' | 'utf16le' = 'utf8'): Uint8Array =>
  Buffer.from(text, encoding)

/** Sends, checks and writes a file; answers what came of it. */
export async function readIn(person: Person, file: Omit<FileToSend, 'fileName'>): Promise<ImportSeen> {
  const ask = asks(person)
  const id = await sendFile(ask, { fileName: 'bestand', ...file })
  const seen = await checkFile(ask, id)
  return seen.rows === 0 ? seen : writeFile(ask, id)
}

/** Only looks: nothing is written. */
export async function dryRun(person: Person, file: Omit<FileToSend, 'fileName'>): Promise<ImportSeen> {
  const ask = asks(person)
  return checkFile(ask, await sendFile(ask, { fileName: 'bestand', ...file }))
}

/** Nine digits that pass as a BSN, from a number on: invented, from the range that is for testing. */
export function* testNumbers(from = 900_000_000): Generator<string> {
  for (let number = from; ; number += 1) {
    const digits = [...String(number)].map(Number)
    const sum = digits.reduce((total, digit, at) => total + digit * (at === 8 ? -1 : 9 - at), 0)
    if (sum % 11 === 0) yield String(number)
  }
}

/** A CSV of so many pupils, each with everything. */
export function manyPupils(count: number, mentor = 'joris'): string {
  const numbers = testNumbers()
  const lines = Array.from({ length: count }, (_, index) => {
    const day = String((index % 28) + 1).padStart(2, '0')
    const month = String((index % 12) + 1).padStart(2, '0')
    return `P${index + 1};Naam${index};A.B.;van;Leerling${index};${day}-${month}-2010;V;${numbers.next().value as string};vmbo-kb;GM0193;Zwolle;Straat;${index + 1};8011 AB;Zwolle;p${index}@post.example;0612345678;${mentor}`
  })
  return [
    'Stamnr;Roepnaam;Voorletters;Tussenvoegsel;Achternaam;Geboortedatum;Geslacht;BSN;Niveau;Gemeentecode;Gemeente;Straat;Huisnummer;Postcode;Woonplaats;E-mail;Mobiel;Mentor',
    ...lines,
  ].join('\r\n')
}
