import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { Block } from './sheet-blocks.ts'

const { resolve } = createRequire(import.meta.url)
const LETTERS = {
  text: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  strong: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
}
let letters: Promise<{ text: Buffer; strong: Buffer }> | null = null
const readLetters = (): Promise<{ text: Buffer; strong: Buffer }> =>
  (letters ??= Promise.all([readFile(resolve(LETTERS.text)), readFile(resolve(LETTERS.strong))]).then(
    ([text, strong]) => ({ text, strong }),
  ))

/** What goes on paper. */
export interface Sheet {
  title: string
  head: readonly string[]
  /** On every page: for whom and when. */
  watermark: string
  blocks: readonly Block[]
}

/** The library knows it; its types, which are others' work, do not yet. */
const UA = 'PDF/UA' as unknown as 'PDF/A-2a'

const MARGIN = 56
const SIZES = { title: 20, group: 15, heading: 12, text: 11, small: 8.5 }
/** A title stays with what it stands above. */
const ROOM = 70

/** Makes an A4 PDF with tags, a language and a title (PDF/UA), in black on white: it says nothing by colour. */
export async function pdfOf(sheet: Sheet, at: Date): Promise<Buffer> {
  const fonts = await readLetters()
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, bottom: MARGIN + 16, left: MARGIN, right: MARGIN },
    pdfVersion: '1.7',
    subset: UA,
    tagged: true,
    lang: 'nl-NL',
    displayTitle: true,
    bufferPages: true,
    // The letters are embedded; without this the library would begin with one that is not.
    font: fonts.text as unknown as string,
    info: { Title: sheet.title, Creator: 'Doorstroomhub', Producer: 'Doorstroomhub', CreationDate: at },
  })
  // Each new page would begin with them again, in the middle of a title that goes on there.
  Reflect.deleteProperty(doc.options, 'font')
  const parts: Buffer[] = []
  doc.on('data', (part: Buffer) => parts.push(part))
  const finished = new Promise<void>((done, fail) => {
    doc.once('end', done)
    doc.once('error', fail)
  })
  doc.registerFont('text', fonts.text)
  doc.registerFont('strong', fonts.strong)

  const root = doc.struct('Document', { title: sheet.title })
  doc.addStructure(root)
  const put = (tag: string, size: number, font: 'text' | 'strong', text: string, gap = 0.35): void => {
    root.add(
      doc.struct(tag, {}, () => {
        doc
          .font(font)
          .fontSize(size)
          .text(text, { paragraphGap: size * gap })
      }),
    )
  }
  const room = (): void => {
    if (doc.y > doc.page.height - doc.page.margins.bottom - ROOM) doc.addPage()
  }
  put('H1', SIZES.title, 'strong', sheet.title)
  for (const line of sheet.head) put('P', SIZES.text, 'text', line, 0.1)
  for (const [index, block] of sheet.blocks.entries()) {
    if (block.kind === 'group') {
      room()
      doc.moveDown(0.8)
      put('H2', SIZES.group, 'strong', block.text)
    } else if (block.kind === 'heading') {
      room()
      doc.moveDown(0.2)
      put('H3', SIZES.heading, 'strong', block.text)
    } else if (block.kind === 'text') put('P', SIZES.text, 'text', block.text)
    else if (block.kind === 'pair') pair(block.term, block.text)
    else if (sheet.blocks[index - 1]?.kind !== 'item') items(index)
  }

  function pair(term: string, text: string): void {
    root.add(
      doc.struct('P', {}, () => {
        doc.fontSize(SIZES.text).font('strong')
        if (text === '') return void doc.text(term, { paragraphGap: 4 })
        doc.text(`${term}: `, { continued: true }).font('text').text(text, { paragraphGap: 4 })
      }),
    )
  }

  /** The items that follow each other here, as one list. */
  function items(from: number): void {
    const all = sheet.blocks.slice(from)
    const end = all.findIndex(({ kind }) => kind !== 'item')
    const whole = doc.struct('L')
    root.add(whole)
    for (const { text } of (end === -1 ? all : all.slice(0, end)) as { text: string }[]) {
      const item = doc.struct('LI')
      whole.add(item)
      item.add(
        doc.struct('LBody', {}, () => {
          doc.font('text').fontSize(SIZES.text).text(`•  ${text}`, { indent: 8, paragraphGap: 2 })
        }),
      )
      item.end()
    }
    whole.end()
  }

  root.end()
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page)
    doc.page.margins.bottom = 0
    // Not a part of what is read: a reader's voice passes over it, as the title and the first lines say it once.
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] })
    doc.font('text').fontSize(SIZES.small)
    const line = `${sheet.watermark}  ·  bladzijde ${page - start + 1} van ${count}`
    doc.text(line, MARGIN, doc.page.height - MARGIN, { width: doc.page.width - 2 * MARGIN, align: 'center' })
    doc.endMarkedContent()
  }
  doc.end()
  await finished
  return Buffer.concat(parts)
}
