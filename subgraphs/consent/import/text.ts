import { Unreadable } from './words.ts'

export interface DecodedText {
  text: string
  encoding: 'UTF-8' | 'UTF-16' | 'windows-1252'
}

const starts = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, at) => bytes[at] === byte)

/**
 * The text of a file. What is no UTF-8 comes from a school's Windows, where every byte is a letter of windows-1252; a zero byte
 * means that it is no text at all (a spreadsheet, an archive).
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) throw new Unreadable('Dit bestand is leeg.', 'This file is empty.')
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new Unreadable(
      'Dit is een Excel-bestand of een zip-bestand. Sla het op als CSV en kies het opnieuw.',
      'This is a spreadsheet or an archive. Save it as CSV and choose it again.',
    )
  if (starts(bytes, 0xff, 0xfe)) return { text: decode('utf-16le', bytes), encoding: 'UTF-16' }
  if (starts(bytes, 0xfe, 0xff)) return { text: decode('utf-16be', bytes), encoding: 'UTF-16' }
  if (bytes.includes(0)) throw new Unreadable('Dit is geen tekstbestand.', 'This is not a text file.')
  try {
    return { text: decode('utf-8', bytes), encoding: 'UTF-8' }
  } catch {
    return { text: decode('windows-1252', bytes), encoding: 'windows-1252' }
  }
}

/** Without the mark at the beginning, which the decoder takes off by itself. */
function decode(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding, { fatal: encoding === 'utf-8' }).decode(bytes)
}
